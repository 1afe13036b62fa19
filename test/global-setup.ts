/** Placeholder until the database floor exists. */
export default function setup(): void {}
