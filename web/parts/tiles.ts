// Where each city of Hebei stands in the schematic maps, column and row from nought; Beijing and Tianjin are left blank.
import { words, type Words } from '../../kernel/words.ts'

export const tilePlaces: Readonly<Record<string, readonly [number, number]>> = {
  '130700': [1, 0],
  '130800': [3, 0],
  '130300': [5, 1],
  '130200': [4, 1],
  '131000': [3, 2],
  '130600': [1, 2],
  '139001': [0, 3],
  '130100': [1, 3],
  '130900': [3, 3],
  '139002': [2, 3],
  '131100': [2, 4],
  '130500': [1, 5],
  '130400': [1, 6],
}

export const tilesAround: readonly (readonly [Words, number, number])[] = [
  [words('北京', 'Beijing'), 2, 1],
  [words('天津', 'Tianjin'), 4, 2],
]

export const tileCell = 92
