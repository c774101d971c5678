/** What can be wrong in how a model's name is written. */
export type Slip =
  | { readonly kind: PlainSlip }
  | {
      readonly kind: 'foreignLetter';
      readonly letter: string;
      readonly script: 'cyrillic' | 'greek' | 'other';
    }
  /** ending, beginning: what is too much or missing, as written. */
  | { readonly kind: 'prefixExtra' | 'prefixMissing'; readonly beginning: string }
  | { readonly kind: 'dateExtra' | 'dateMissing' | 'tagExtra' | 'tagMissing'; readonly ending: string }
  | { readonly kind: 'dateWrong'; readonly written: string; readonly right: string }
  | { readonly kind: 'word'; readonly written: string; readonly right: string };

/** Those that say everything by their kind. */
export type PlainSlip =
  | 'blankStart'
  | 'blankEnd'
  | 'blankInside'
  | 'lineBreak'
  | 'invisible'
  | 'quotes'
  | 'label'
  | 'encoded'
  | 'twice'
  | 'empty'
  | 'fullWidth'
  | 'styled'
  | 'dash'
  | 'case'
  | 'separators'
  | 'order'
  | 'zeroAndO'
  | 'zeroExtra'
  | 'zeroMissing'
  | 'latestExtra'
  | 'latestMissing';
