// Single keys for those who work all day; they rest while one types, and can be switched off (WCAG 2.1.4).
import { useEffect } from 'react'

const setting = 'keys'

export const keysOn = (): boolean => localStorage.getItem(setting) !== 'off'
export const switchKeys = (on: boolean): void => localStorage.setItem(setting, on ? 'on' : 'off')

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

export type Keys = Readonly<Record<string, () => void>>

/** Keys of the page that is shown; the names are those of `KeyboardEvent.key`. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !keysOn() || typing(event.target)) return
      const act = keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}

/** Moves the focus to the next or the former row's link. */
export function moveRow(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main tr[data-row] a.row-link')]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
