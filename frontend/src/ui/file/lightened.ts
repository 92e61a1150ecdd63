/** What a browser can cut and make smaller. */
const CUTTABLE = ['image/jpeg', 'image/png'];
export const isCuttable = (file: File): boolean => CUTTABLE.includes(file.type);

/** A photograph no heavier than what is kept; one this browser cannot make smaller is left to the server. */
export async function lightened(file: File, maxBytes: number): Promise<File> {
  if (!isCuttable(file) || file.size <= maxBytes) return file;
  const { shrunk } = await import('./shrink');
  return shrunk(file, maxBytes).catch(() => file);
}
