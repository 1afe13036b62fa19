/**
 * Runs statements of one transaction that do not need each other's answers: they leave together and the server runs
 * them in the order in which they stand. All have ended before the first failure is thrown, so that none runs on after
 * the transaction has been rolled back.
 */
export async function together<Results extends readonly unknown[]>(
  ...statements: { readonly [Index in keyof Results]: Promise<Results[Index]> }
): Promise<Results> {
  const settled = await Promise.allSettled(statements);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  // None was rejected, and the results stand in the order of the statements.
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as Results;
}
