import { Dialog } from '#ui/Dialog.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Keys } from '#ui/Keys.tsx'
import { jumps } from './useShortcuts.ts'

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/** Which keys do what. */
export const KeysDialog = (props: Props) => (
  <Dialog {...props} title="Keys" description="They wait while you type.">
    <Facts
      of={[
        ['Find or do anything', <Keys key="find" of={[modifier, 'K']} />],
        ['Go to the filter of the page', <Keys key="filter" of={['/']} />],
        ['Down and up the rows of a list', <Keys key="rows" of={['j', 'k']} />],
        ...jumps.map(({ key = '', name }) => [name, <Keys key={key} of={['g', key]} />] as const),
        ['Show these keys', <Keys key="keys" of={['?']} />],
        ['Close what lies over the page', <Keys key="close" of={['Esc']} />],
      ]}
    />
  </Dialog>
)

/** What is held down with a letter here. */
export const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'
