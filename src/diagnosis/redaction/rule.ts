/** One kind of text that must not be kept. */
export interface Rule {
  /** What stands in its place. */
  readonly label: string;
  /** Group 1, where there is one, is the part to take out; otherwise all of it. Global; every repetition bounded. */
  readonly pattern: RegExp;
  /** Personal data is taken out too, but nobody has to be warned. */
  readonly personal?: true;
  /** The found part stays when this agrees. */
  readonly unless?: (found: string) => boolean;
}
