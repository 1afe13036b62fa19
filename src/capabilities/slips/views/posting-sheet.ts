/** The posting sheet of a procedure as its template shows it; its layout is ours, no circular prescribes one. */
import { formatDate } from '#kernel/vietnamese/format.ts';
import { qrSvg } from '#platform/print/codes.ts';
import type { PostingSheetForm } from '#capabilities/slips/schema.ts';
import { PAPER_KIND_LABELS } from '#capabilities/slips/words.ts';
import { officeView } from './frame.ts';
import { quantityInFigures } from './wording.ts';

export function postingSheetView(form: PostingSheetForm) {
  const { letterhead, oneStop, validFrom } = form;
  return {
    title: form.name,
    documentTitle: `Niêm yết: ${form.name}`,
    head: {
      author: letterhead.agency,
      upper: letterhead.agency,
      lower: oneStop.name,
      number: null,
      placeDate: null,
    },
    foot: {
      left: validFrom === null ? form.url : `Áp dụng từ ngày ${formatDate(validFrom)}. ${form.url}`,
      right: `Thủ tục ${form.code}`,
    },
    office: officeView(letterhead.agency, oneStop),
    code: form.code,
    name: form.name,
    domain: form.domain,
    applicants: form.applicants,
    resolvingUnit: form.resolvingUnit,
    papers: form.papers.map((paper, index) => ({
      order: String(index + 1),
      name: paper.name,
      condition: paper.condition,
      kind: PAPER_KIND_LABELS[paper.kind],
      quantity: quantityInFigures(paper.quantity),
    })),
    sets: quantityInFigures(form.sets),
    timeLimit: form.timeLimit,
    fees: form.fees,
    channels: form.channels,
    steps: form.steps.map(({ name, unit, duration }, index) => ({
      order: String(index + 1),
      name,
      unit,
      duration: duration ?? '',
    })),
    results: form.results,
    conditions: form.conditions,
    legalBasis: form.legalBasis,
  };
}

/** The procedure's page as a QR code. */
export function postingSheetPictures({ url }: PostingSheetForm) {
  return { page: qrSvg(url) };
}
