/** The parts of the file put together so that the same report has the same bytes, as its checksum is kept. */
import { type File, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip files know local times only; the first they can say is the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** @param madeAt stands in the properties of the file */
export async function packed(file: File, madeAt: Date): Promise<Uint8Array> {
  const parts: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(await Packer.toBuffer(file)))) {
    parts[path] = [settled(path, content, madeAt), { mtime: NO_TIME }];
  }
  return zipSync(parts, { level: 6 });
}

/** The writer takes the time and the numbers of places and drawings from the process it runs in; they become those of the report. */
function settled(path: string, content: Uint8Array, madeAt: Date): Uint8Array {
  if (path === 'docProps/core.xml') {
    const at = madeAt.toISOString().replace(/\.\d+Z$/, 'Z');
    return strToU8(strFromU8(content).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at}`));
  }
  if (path !== 'word/document.xml') return content;
  const places = new Map<string, number>();
  let drawings = 0;
  const xml = strFromU8(content)
    .replaceAll(/(<wp:docPr id=")\d+/g, (_, start: string) => `${start}${(drawings += 1)}`)
    .replaceAll(/(<w:bookmark(?:Start|End)[^>]*? w:id=")(\d+)/g, (_, start: string, id: string) => {
      if (!places.has(id)) places.set(id, places.size + 1);
      return `${start}${places.get(id)}`;
    });
  return strToU8(xml);
}
