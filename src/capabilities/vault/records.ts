import { z } from 'zod';
import type { Declaration, Row } from '#foundation/history/replayed.ts';

const kept = z.object({
  keptFrom: z.number(),
  hash: z.string(),
  purpose: z.string(),
  consent: z.string(),
});
const reused = z.object({ dossierId: z.number(), paperPosition: z.number() });
const removed = z.object({ removal: z.string() });

const PERSONAL = 'dữ liệu cá nhân không vào lịch sử, để xóa được';
const OF_BYTES = 'suy ra từ nội dung tệp; nội dung được so bằng mã băm';

/** Papers in the stores of persons: with whose consent, of which dossier, in which dossiers used, when taken away. */
export const vaultRecords: Declaration = {
  stream: 'vault-item',
  name: 'Kho giấy tờ của người nộp',
  tables: {
    vault_items: {
      owner: 'id',
      key: 'id',
      unproven: {
        applicantId: PERSONAL,
        paperClass: PERSONAL,
        name: PERSONAL,
        documentNumber: PERSONAL,
        issuedOn: PERSONAL,
        issuedBy: PERSONAL,
        validTo: PERSONAL,
        fileName: PERSONAL,
        mediaType: OF_BYTES,
        size: OF_BYTES,
        pages: OF_BYTES,
        archival: OF_BYTES,
      },
    },
    vault_uses: { owner: 'item_id', key: 'dossierId', unproven: {} },
  },
  replay: (id, events) => {
    const [first] = events;
    const { keptFrom, hash, purpose, consent } = kept.parse(first?.payload);
    if (events.some(({ kind }) => kind === 'disposed')) return { vault_items: [], vault_uses: [] };
    const end = events.find(({ kind }) => kind === 'removed');
    const gone = {
      removal: end ? removed.parse(end.payload).removal : null,
      removedBy: end?.officerId ?? null,
      removedAt: end?.at ?? null,
    };
    const made = { keptBy: first?.officerId, keptAt: first?.at };
    const uses = events.flatMap((event): readonly Row[] =>
      event.kind === 'reused'
        ? [{ itemId: id, ...reused.parse(event.payload), usedBy: event.officerId, usedAt: event.at }]
        : [],
    );
    return {
      vault_items: [{ id, keptFrom, hash: end ? null : hash, purpose, consent, ...made, ...gone }],
      vault_uses: uses,
    };
  },
};
