// Text that a spreadsheet would run as a formula is made harmless on the way out, and taken back as it was on the way in.

/** What OWASP names for CSV injection: = + - @ tab, carriage return, line feed, and the full-width forms of the signs. */
const starts = /^'*[=+\-@\t\r\n＝＋－＠]/
const number = /^-?\d+(\.\d+)?$/

/** An apostrophe in front of what would start a formula; plain numbers stay numbers. */
export const harmless = (text: string): string => (starts.test(text) && !number.test(text) ? `'${text}` : text)

/** The text that `harmless` was given. */
export const asWritten = (text: string): string => (text.startsWith("'") && starts.test(text) ? text.slice(1) : text)

/** `_x000D_` in a workbook stands for a character; a text that holds such letters is written so that they stay letters. */
export const inWorkbook = (text: string): string => text.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
