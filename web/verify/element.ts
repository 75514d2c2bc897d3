// Elements made by the off-line page: always from text, never from markup.

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Readonly<Record<string, string>> = {}, ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...content)
  return made
}

export interface Table {
  readonly caption: string
  readonly heads?: readonly string[]
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly string[])[]
}

export function table({ caption, heads, rows }: Table): HTMLTableElement {
  const head = heads ? [element('thead', {}, element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text))))] : []
  const body = rows.map(([first = '', ...rest]) =>
    element('tr', {}, element('th', { scope: 'row' }, first), ...rest.map((text) => element('td', {}, text))))
  return element('table', {}, element('caption', {}, caption), ...head, element('tbody', {}, ...body))
}
