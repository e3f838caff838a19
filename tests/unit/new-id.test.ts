import { expect, test } from 'vitest'
import { newId } from '../../src/main/new-id.ts'

test('ids are version 7, never equal, and those made later sort later', () => {
  const ids = Array.from({ length: 5000 }, newId)
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
})
