/** Hands a text to the person as a file. */

/** Milliseconds after which every browser has taken the address over. */
const kept = 10_000;

export function saveAsFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, kept);
}
