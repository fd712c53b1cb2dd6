import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ArrowLeftRight, Copy, Keyboard, Moon, ScanSearch, Sun, SunMoon } from 'lucide-react'
import { useState } from 'react'
import { readSought } from '#domain/lookup.ts'
import { account } from '#queries/account.ts'
import { explain } from '#queries/explain.ts'
import { lookup } from '#queries/lookup.ts'
import { useNetworks, useNetwork } from '#queries/networks.ts'
import { Finder, type Choice } from '#ui/Finder.tsx'
import { describe, pageOf } from './answers.tsx'
import { places } from './Rail.tsx'
import { chooseTheme } from './theme.ts'
import { useSettled } from './useSettled.ts'
import { useSwitchNetwork } from './useSwitchNetwork.ts'

const pauseMs = 250
const fewestLetters = 2

type Props = { onClose: (open: boolean) => void; onShowKeys: () => void }

/** Goes to any page or thing of the grid, and does what needs no page. */
export function Palette({ onClose, onShowKeys }: Props) {
  const [text, setText] = useState('')
  const network = useNetwork()
  const settled = useSettled(text, pauseMs)
  const sought = readSought(settled)
  const asked = sought !== undefined && (sought.kind !== 'words' || sought.words.length >= fewestLetters)
  const found = useQuery({ ...lookup(network, settled), enabled: asked })
  const pages = usePages()
  const actions = useActions(onShowKeys)
  const router = useRouter()

  const named = (choices: Choice[]) => choices.filter(({ name, about }) => matches(`${name} ${about ?? ''}`, text))
  const answers = asked && settled === text ? (found.data ?? []) : []
  const answered = answers.map((answer, i): Choice => ({
    ...describe(answer),
    id: `answer ${i}`,
    choose: () => void router.navigate(pageOf(answer)),
  }))
  const onPage: Choice = {
    id: 'lookup',
    name: `Look up “${text.trim()}”`,
    about: 'on a page of its own',
    icon: ScanSearch,
    choose: () => void router.navigate({ to: '/lookup/$text', params: { text: text.trim() } }),
  }
  const here = { name: `On ${network.name}`, choices: text.trim() === '' ? [] : [...answered, onPage] }
  const go = { name: 'Go to', choices: named(pages) }
  const act = { name: 'Do', choices: named(actions) }
  const busy = text.trim() !== '' && (settled !== text || (asked && found.isFetching))
  return (
    <Finder
      open
      onOpenChange={onClose}
      title="Find or do anything"
      text={text}
      onText={setText}
      groups={readSought(text)?.kind === 'words' ? [go, act, here] : [here, go, act]}
      busy={busy}
      note={!busy && asked && note(found.error, answers.length, network.name)}
    />
  )
}

function note(error: unknown, count: number, network: string) {
  if (error) return `${explain(error).title}. ${explain(error).what}`
  return count === 0 ? `${network} has nothing by that name.` : undefined
}

/** Every word that was typed begins a word of the name. */
function matches(name: string, text: string): boolean {
  const words = name.toLowerCase().split(/\W+/)
  return text
    .toLowerCase()
    .split(/\W+/)
    .every((typed) => words.some((word) => word.startsWith(typed)))
}

function usePages(): Choice[] {
  const router = useRouter()
  return places.flatMap(({ name: group, items }) =>
    items.map(({ to, name, icon }) => ({
      id: `page ${name}`,
      name,
      about: group,
      icon,
      choose: () => void router.navigate({ to }),
    })),
  )
}

const themes = [
  { id: 'system', name: 'as the system', icon: SunMoon },
  { id: 'light', name: 'light', icon: Sun },
  { id: 'dark', name: 'dark', icon: Moon },
] as const

function useActions(onShowKeys: () => void): Choice[] {
  const network = useNetwork()
  const networks = useNetworks()
  const switchNetwork = useSwitchNetwork()
  const address = useQuery(account(network)).data?.address
  return [
    ...networks
      .filter(({ id }) => id !== network.id)
      .map(({ id, name }) => ({
        id: `network ${id}`,
        name: `Switch to ${name}`,
        about: 'Network',
        icon: ArrowLeftRight,
        choose: () => void switchNetwork(id),
      })),
    ...themes.map(({ id, name, icon }) => ({
      id: `theme ${id}`,
      name: `Theme: ${name}`,
      icon,
      choose: () => chooseTheme(id),
    })),
    // A page that came over plain http has no clipboard at all.
    ...(address === undefined || !('clipboard' in navigator)
      ? []
      : [
          {
            id: 'copy',
            name: 'Copy my address',
            about: address,
            icon: Copy,
            choose: () => void navigator.clipboard.writeText(address),
          },
        ]),
    { id: 'keys', name: 'Show the keys', icon: Keyboard, choose: onShowKeys },
  ]
}
