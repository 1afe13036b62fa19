import { z } from 'zod';
import { actDocument, hasNumberOrDoubt, NUMBER_NEEDED } from '../schema.ts';

/** The deciding document of an act, corrected or completed. */
export const documentSchema = z.object(actDocument).refine(hasNumberOrDoubt, NUMBER_NEEDED);

export type ActDocument = Readonly<z.infer<typeof documentSchema>>;
