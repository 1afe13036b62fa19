/** How pressing something is; the kit colours by it and always says it in words too. */
export type Tone = 'late' | 'soon' | 'fine' | 'wait' | 'neutral';
