/** The whole data layer: one query hook, one command hook. The query cache is the only store of server data. */
import { QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type CommandMethod,
  contract,
  type Input,
  type Method,
  type Output,
  type QueryMethod,
  type TaskMethod,
} from '../shared/contract.ts'
import { AppError, type Result } from '../shared/result.ts'
import { call } from './host.ts'
import { useToast } from './ui/use-toast.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // without it queries wait for a network: offline is the normal state here
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      // a second window or the command line may have written meanwhile
      refetchOnWindowFocus: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The value of a result; a failure is thrown as the AppError it was in main. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, message, fields, current } = result.error
  throw new AppError(code, message, { ...(fields ? { fields } : {}), current })
}

/** Answers a query of the contract, kept until a command touches its noun. `isOff` waits with asking. */
export function useCall<M extends QueryMethod>(
  method: M,
  input: Input<M>,
  options: { readonly isOff?: boolean; readonly everyMs?: number } = {},
): UseQueryResult<Output<M>, AppError> {
  return useQuery<Output<M>, AppError>({
    queryKey: [method, input],
    queryFn: async () => unwrap(await call(method, input)),
    enabled: options.isOff !== true,
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
  })
}

/** Nouns whose queries read the rows of another one. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  case: ['clock'],
  library: ['clock'],
  setting: ['clock'],
}

/** Queries whose noun a method touches are asked anew. Names of rows (`unit.add`) touch what the contract says. */
export async function refresh(method: Method): Promise<void> {
  const definition = contract[method]
  if (definition.kind === 'query') return
  const nouns: readonly string[] = definition.touches.flatMap((noun) => [noun, ...(READERS[noun] ?? [])])
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => nouns.some((noun) => String(queryKey[0]).startsWith(`${noun}.`)),
  })
}

/** Runs a command or task and refreshes; for code outside of components. A failure comes back as a value. */
export async function run<M extends CommandMethod | TaskMethod>(
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  const result = await call(method, input)
  if (result.ok) void refresh(method)
  return result
}

/**
 * A command or task for a button. The error sentence is shown as a message unless `isQuiet`: then the caller shows
 * `mutation.error` where it belongs.
 */
export function useCommand<M extends CommandMethod | TaskMethod>(
  method: M,
  options: { readonly isQuiet?: boolean } = {},
) {
  const message = useToast()
  useQueryClient()
  return useMutation<Output<M>, AppError, Input<M>>({
    mutationFn: async (input) => unwrap(await call(method, input)),
    onSuccess: () => refresh(method),
    onError: (error) => {
      if (options.isQuiet !== true) message.error(error.message, 8)
    },
  })
}
