/** What spreadsheet programs may take for a formula when a text is typed, pasted or kept as CSV. */
const RISKY = /^[=+\-@\t\r]/;

/** A text that no program calculates: one that could be is led by an apostrophe, which reading takes off again. */
export const neutral = (text: string): string => (RISKY.test(text) ? `'${text}` : text);
