/** A picture for each person, made here: the page may fetch none from anywhere. */
const colours = ['#5865f2', '#3a7d44', '#b4690e', '#b5305f', '#7a4fbf', '#2b7a9b', '#8c6d1f'];

/** A coloured disc with the first letter of the name, as a `data:` address. */
export function avatarOf(name: string): string {
  const letter = name.codePointAt(0) ?? 63;
  // The factor tells the people of the demo apart.
  const sum = Array.from(name).reduce((all, one) => (all * 17 + (one.codePointAt(0) ?? 0)) % 9973, 0);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colours[sum % colours.length] ?? ''}"/>` +
    `<text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">&#${letter};</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
