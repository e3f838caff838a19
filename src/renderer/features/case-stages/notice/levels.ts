import { useCall } from '../../../api.ts'

/** The level of the bureau that works here: whence its reports go out. */
export function useReporterLevel(): string {
  const { data } = useCall('library.status', {})
  return data?.bureau.level ?? 'county'
}

/** The next level up, to which reports go (条例第十条). */
export const nextLevel: Readonly<Record<string, string>> = {
  scene: 'unit',
  unit: 'county',
  county: 'city',
  city: 'province',
  province: 'state',
  state: 'government',
}
