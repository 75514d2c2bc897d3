// The title of the page in the window and for whoever listens, set when a page is shown.
import { useEffect, type ReactNode } from 'react'
import { words } from '../../kernel/words.ts'
import { say } from '../parts/language.ts'

const house = words('质衡工作台', 'Zhiheng office')

export function Titled({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${say(house)}`
  }, [title])
  return children
}
