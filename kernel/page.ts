// 頁面: a screen made by hand, named by its route only, so that no screen is drawn into the server.
import type { Words } from './words.ts'

export type Face = 'office' | 'enterprise' | 'laboratory' | 'public'

export interface Page {
  readonly noun: 'page'
  readonly route: string
  readonly title: Words
  readonly face: Face
  /** Duties that see it; absent on public pages. */
  readonly for?: readonly string[]
  /** Stands in the menu. */
  readonly menu?: boolean
}

export const page = (route: string, declared: Omit<Page, 'noun' | 'route'>): Page => ({ noun: 'page', route, ...declared })
