/** Opens the app so that it closes only when the calls under way have ended: the last save of a closing window is one. */
import { type App, type AppOptions, createApp } from '../app.ts'

/** Throws AppError when the library cannot be opened. */
export function openApp(options: AppOptions): App {
  const app = createApp(options)
  const running = new Set<Promise<unknown>>()
  const dispatch: App['dispatch'] = (method, input, commandId) => {
    const answer = app.dispatch(method, input, commandId)
    running.add(answer)
    const forget = () => void running.delete(answer)
    answer.then(forget, forget)
    return answer
  }
  return {
    ...app,
    dispatch,
    close: async () => {
      await Promise.allSettled(running)
      await app.close()
    },
  }
}
