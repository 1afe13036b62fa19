/** Writes the assets and their manifest into `outFolder` (made empty first) and answers the manifest. */
export function buildAssets(outFolder: string): Promise<Readonly<Record<string, string>>>;
