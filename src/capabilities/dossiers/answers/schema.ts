import { z } from 'zod';
import { dossierPath, dossierReference } from '../schema.ts';

/** An answer as conditions compare it: text, a number, yes or no; a day as `YYYY-MM-DD`. */
export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

/** As typed, by the codes of the fields. */
export const typedAnswers = z.record(
  z.string().max(60),
  z.string().max(1000, 'Câu trả lời dài nhất 1.000 ký tự.'),
);
export type TypedAnswers = z.infer<typeof typedAnswers>;

export const answersInput = dossierReference.extend({ answers: typedAnswers });
export type AnswersInput = z.infer<typeof answersInput>;

/** The field of the form for a field of the procedure. */
export const answerField = (name: string): string => `answers.${name}`;

export const answersPath = (number: string): string => dossierPath(number, 'answers');
