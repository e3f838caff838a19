import { useNavigate } from 'react-router'
import { queryClient, useCommand } from '../../api.ts'

/** Opens another library; everything that was asked of the one before is asked anew. */
export function useOpenLibrary() {
  const navigate = useNavigate()
  const { mutate, error, isPending } = useCommand('library.open', { isQuiet: true })
  const open = (path: string, options: { readonly isKnown: boolean; readonly onOpen?: () => void }) =>
    mutate(
      { path, ...(options.isKnown ? { isKnown: true } : {}) },
      {
        onSuccess: async () => {
          await queryClient.resetQueries()
          options.onOpen?.()
          void navigate('/')
        },
      },
    )
  return { open, error, isPending }
}
