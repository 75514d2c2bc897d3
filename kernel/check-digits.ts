// Check digits of codes on goods.

/** GTIN-8, -12, -13 and -14 (GS1 General Specifications, mod 10 with weights 3 and 1). */
export function checkGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = digits.slice(0, -1).reverse().reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === digits.at(-1)
}
