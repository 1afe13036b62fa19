/** Identifiers of the benchmark's rows start here, so that no other number in a statement is taken for one. */
export const FIRST_IDENTIFIER = 1_000_000;
/** Of the dossiers of the archive, which are copies. */
export const FIRST_COPY = 2 * FIRST_IDENTIFIER;
/** What is added to the identifier of a copy for that of its applicant. */
export const APPLICANT_OFFSET = 20 * FIRST_IDENTIFIER;
/** Of what the verbs make afterwards. */
export const FIRST_OWN = 50 * FIRST_IDENTIFIER;
/** Of the applicants whom the verbs make afterwards: never the number of a dossier in the same statements. */
export const FIRST_OWN_APPLICANT = 200 * FIRST_IDENTIFIER;
