/** One request to a witness. It only goes to addresses that who runs the server has named. */
import { type AddCheckpoint, formatAddCheckpoint } from '#kernel/merkle/add-checkpoint.ts';

export type WitnessReply = { readonly status: number; readonly mediaType: string; readonly text: string };

const PATIENCE_MS = 10_000;
/** More than any answer of the protocol, in bytes. */
const LONGEST_ANSWER = 64 * 1024;

/** What a witness answers, or why nothing came of it, in Vietnamese. Follows no redirection. */
export async function postCheckpoint(
  url: string,
  request: AddCheckpoint,
): Promise<WitnessReply | { readonly problem: string }> {
  try {
    const response = await fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: formatAddCheckpoint(request),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    return { status: response.status, mediaType, text: await beginningOf(response) };
  } catch (error) {
    // Away, slow, or no witness at all: told to who runs the server, and asked again next time.
    return { problem: `Không liên lạc được với ${url}: ${reasonOf(error)}.` };
  }
}

async function beginningOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > LONGEST_ANSWER) break;
  }
  return Buffer.concat(parts).toString('utf8').slice(0, LONGEST_ANSWER);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? cause.message || error.message : error.message;
}
