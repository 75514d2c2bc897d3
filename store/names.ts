// Names of tables and columns: `boughtOn` of the register `air-station` is `bought_on` of the table `air_station`.

const columns = new Map<string, string>()

/** Names are few and asked for with every act, so each is made once. */
export function columnOf(field: string): string {
  const known = columns.get(field)
  if (known !== undefined) return known
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_')
  columns.set(field, column)
  return column
}
export const tableOf = (register: string): string => columnOf(register)
export const fieldOf = (column: string): string => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
