// The house in the browser: the same declarations as on the server, put together by the same function.
import { house as build } from '../../kernel/house.ts'
import { systems } from '../../systems/index.ts'

export const house = build(systems)
