/** What to do with a file of a known type that is not taken; each sentence goes on from the name of the file. */
import { fileTypeFromBuffer } from 'file-type';

const SAVE_AS_PICTURE = 'Hãy lưu ảnh sang JPEG hoặc PNG rồi gửi lại.';
const HEIC =
  'là ảnh HEIC mà nhiều máy không mở được. Trên iPhone: Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc lưu ảnh sang JPEG.';

const ADVICE: Readonly<Record<string, string>> = {
  'image/heic': HEIC,
  'image/heif': HEIC,
  'image/heic-sequence': HEIC,
  'image/heif-sequence': HEIC,
  'image/tiff':
    'là ảnh TIFF mà trình duyệt không mở được. Hãy đặt máy quét lưu ra PDF hoặc JPEG rồi quét lại.',
  'image/webp': `là ảnh WebP. ${SAVE_AS_PICTURE}`,
  'image/avif': `là ảnh AVIF. ${SAVE_AS_PICTURE}`,
  'image/gif': `là ảnh GIF. ${SAVE_AS_PICTURE}`,
  'image/bmp': `là ảnh BMP. ${SAVE_AS_PICTURE}`,
  'application/x-cfb':
    'là tệp Word, Excel kiểu cũ hoặc có mật khẩu. Hãy bỏ mật khẩu, lưu lại thành .docx, .xlsx hoặc PDF rồi gửi lại.',
  'application/x-rar-compressed': 'là tệp nén. Hãy giải nén rồi gửi từng tệp.',
  'application/x-7z-compressed': 'là tệp nén. Hãy giải nén rồi gửi từng tệp.',
};

const UNKNOWN = 'không phải loại tệp được nhận. Hãy gửi PDF, JPEG, PNG, DOCX hoặc XLSX.';
/** All that the signatures of the types above need. */
const HEAD = 4100;

export async function adviceFor(bytes: Buffer): Promise<string> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, HEAD));
  return (type && ADVICE[type.mime]) ?? UNKNOWN;
}
