import type { PaperKind, ReturnMethod } from '#capabilities/slips/words.ts';
import type { Acknowledgement, Channel } from '../schema.ts';

/** What a dossier carries besides its state. */
export type DossierDetail = {
  readonly title: string;
  readonly domain: string;
  readonly procedureVersionId: number;
  readonly checkCode: string;
  readonly channel: Channel;
  readonly returnMethod: ReturnMethod;
  readonly dueExplanation: unknown;
  readonly copies: number;
  readonly summary: string;
  readonly note: string;
  readonly localityUnitId: number | null;
  readonly receivedByName: string;
};

export type Party = {
  readonly role: 'applicant' | 'delegate';
  readonly kind: 'citizen' | 'organisation';
  readonly fullName: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly representative: string;
  readonly authority: string;
};

export type Paper = {
  readonly position: number;
  readonly name: string;
  readonly kind: PaperKind;
  readonly copies: number;
  readonly note: string;
};

export type Fee = { readonly name: string; readonly amount: number; readonly exemption: string };

export type DossierFile = {
  readonly id: number;
  readonly paperPosition: number | null;
  readonly purpose: 'paper' | 'result' | 'other';
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
  readonly addedAt: Date;
  readonly addedByName: string;
};

export type Return = {
  readonly recipient: string;
  readonly relation: string;
  readonly acknowledgement: Acknowledgement;
  readonly returnedAt: Date;
  readonly note: string;
  /** Null when the person took it online. */
  readonly returnedByName: string | null;
};
