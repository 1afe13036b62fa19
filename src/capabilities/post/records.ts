import type { Declaration } from '#foundation/history/replayed.ts';

const PERSONAL = 'dữ liệu cá nhân không vào lịch sử, để xóa được';

/** Parcels of dossiers: which, which way, and what became of them. */
export const postalRecords: Declaration = {
  stream: 'postal-order',
  name: 'Bưu gửi',
  tables: {
    postal_orders: {
      owner: 'id',
      key: 'id',
      unproven: {
        senderName: PERSONAL,
        senderPhone: PERSONAL,
        senderAddress: PERSONAL,
        senderDistrict: PERSONAL,
        senderProvince: PERSONAL,
        receiverName: PERSONAL,
        receiverPhone: PERSONAL,
        receiverAddress: PERSONAL,
        receiverDistrict: PERSONAL,
        receiverProvince: PERSONAL,
        content: PERSONAL,
        note: PERSONAL,
        failure: PERSONAL,
        problem: PERSONAL,
      },
    },
  },
  label: ({ number }) => String(number),
  replay: (id, events) => {
    const [created, ...rest] = events;
    if (created?.kind !== 'created') throw new Error('The history of an order begins with its making');
    const fresh = {
      id,
      ...created.payload,
      state: 'created',
      stateAt: created.at,
      createdBy: created.officerId,
      createdAt: created.at,
      cost: null,
      trackingCode: null,
      registeredAt: null,
      acceptedAt: null,
      deliveredAt: null,
      failedAt: null,
    };
    const changes = rest.map(({ payload }) => payload);
    return { postal_orders: [Object.assign({}, fresh, ...changes, { sequence: events.length })] };
  },
};
