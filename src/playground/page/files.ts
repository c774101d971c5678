/** Files on their way from the person's disk to the server. */

/** Discord's bound for a server without boosts. */
export const mostBytes = 10 * 1024 * 1024;

/** What a text of one message may have; a longer one goes as a file, which an edit cannot. */
export const longest = 2_000;

/** Of one message. */
export const mostFiles = 10;

export interface WireFile {
  readonly name: string;
  readonly data: string;
}

export async function wireFile(file: File): Promise<WireFile> {
  return { name: file.name, data: await base64(file) };
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      // A data: address; what follows the comma are the bytes.
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    });
    reader.addEventListener('error', () => {
      reject(new Error(`${file.name} cannot be read`));
    });
    reader.readAsDataURL(file);
  });
}

/** All of them, also more than one message may have: which of them stay behind is for the person to say. Null: too big. */
export function together(files: Iterable<File>): File[] | null {
  const all = [...files];
  return bytesOf(all) > mostBytes ? null : all;
}

function bytesOf(files: readonly File[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

export interface Parcel {
  readonly content: string;
  readonly files: readonly File[];
}

/** A long text goes as a file, as Discord's own client does it. */
export function parcelOf(text: string, files: readonly File[]): Parcel {
  const content = text.trim();
  if (content.length <= longest) return { content, files };
  return { content: '', files: [...files, new File([content], 'message.txt', { type: 'text/plain' })] };
}

/** What one message cannot take. */
export function excessOf({ files }: Parcel): 'tooBig' | 'tooManyFiles' | null {
  if (files.length > mostFiles) return 'tooManyFiles';
  return bytesOf(files) > mostBytes ? 'tooBig' : null;
}

export interface Size {
  readonly amount: number;
  readonly unit: string;
}

export function sizeOf(bytes: number): Size {
  if (bytes < 1024) return { amount: bytes, unit: bytes === 1 ? 'byte' : 'bytes' };
  const kilo = Number((bytes / 1024).toFixed(1));
  return kilo < 1024
    ? { amount: kilo, unit: 'KB' }
    : { amount: Number((kilo / 1024).toFixed(1)), unit: 'MB' };
}

export function sizeText(bytes: number): string {
  const { amount, unit } = sizeOf(bytes);
  return `${amount} ${unit}`;
}
