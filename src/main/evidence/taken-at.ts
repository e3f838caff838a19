/** EXIF writes `2026:08:04 15:26:00` in the camera's local time; taken as Asia/Shanghai. Null when it is no real time. */
export function takenAtOf(text: string | undefined): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/.exec(text ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`
  const ms = Date.parse(instant)
  const isReal =
    !Number.isNaN(ms) && new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10) === `${year}-${month}-${day}`
  return isReal ? instant : null
}
