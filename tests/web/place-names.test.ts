// A place is named in a form as people name it; a name that two cities share is not guessed at.
import { expect, it } from 'vitest'
import { AreaTree } from '../../kernel/area.ts'
import { placeCode } from '../../web/data/place-names.ts'

const from = '1990-01-01'
const tree = new AreaTree([
  { code: '130000', name: '河北省', level: 'province', parent: null, from },
  { code: '130100', name: '石家庄市', level: 'city', parent: '130000', from },
  { code: '130102', name: '长安区', level: 'county', parent: '130100', from },
  { code: '130104', name: '桥西区', level: 'county', parent: '130100', from },
  { code: '130700', name: '张家口市', level: 'city', parent: '130000', from },
  { code: '130703', name: '桥西区', level: 'county', parent: '130700', from },
  { code: '130103', name: '桥东区', level: 'county', parent: '130100', from, to: '2014-09-08' },
])
const code = (written: string) => placeCode({ tree, now: () => '2026-05-08T02:00:00.000Z' }, written)

it('takes a name, with its city or without, and a code', () => {
  expect(code('长安区')).toBe('130102')
  expect(code('石家庄市 长安区')).toBe('130102')
  expect(code('河北省石家庄市')).toBe('130100')
  expect(code('河北省')).toBe('130000')
  expect(code('130102')).toBe('130102')
})
it('takes it in traditional characters, and as a template offers it', () => {
  expect(code('石家莊市長安區')).toBe('130102')
  expect(code('130102 石家庄市长安区')).toBe('130102')
})
it('leaves what is not certain as it was written, to be refused at its field', () => {
  expect(code('桥西区')).toBe('桥西区')
  expect(code('张家口市桥西区')).toBe('130703')
  expect(code('石家庄市桥东区')).toBe('石家庄市桥东区')
  expect(code('某地')).toBe('某地')
})
