import { lazy, type ComponentProps, type ReactNode } from 'react'
import type { ChoiceProps } from './floating/Menu.tsx'
import { Opener, type Trigger } from './Opener.tsx'

const load = () => import('./floating/Menu.tsx')
const Late = lazy(async () => ({ default: (await load()).Menu }))

/** Things to choose from, behind a button. */
export const Menu = (props: ComponentProps<typeof Late> & { trigger: Trigger }) => (
  <Opener trigger={props.trigger} opens="menu" load={load}>
    <Late {...props} defaultOpen />
  </Opener>
)

export const MenuAction = lazy(async () => ({ default: (await load()).MenuAction }))
export const MenuItem = lazy(async () => ({ default: (await load()).MenuItem }))
export const MenuLine = lazy(async () => ({ default: (await load()).MenuLine }))
/** One of several. `lazy` knows no generics: the type says again that what is chosen is one of the options. */
export const MenuChoice = lazy(async () => ({ default: (await load()).MenuChoice })) as unknown as <Id extends string>(
  props: ChoiceProps<Id>,
) => ReactNode
