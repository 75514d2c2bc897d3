// Names of tables and columns: `boughtOn` of the register `air-station` is `bought_on` of the table `air_station`.

export const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_')
export const tableOf = (register: string): string => columnOf(register)
export const fieldOf = (column: string): string => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
