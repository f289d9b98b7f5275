// The tree of places, each level fetched when it is opened. Arrow keys walk it as in any tree.
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useApi, type Out } from '../../platform/api.ts'
import { ProblemPanel } from '../../platform/page.tsx'
import { pageWords } from '../../platform/page-words.ts'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import { placeIcons } from './place-kinds.ts'
import { words } from './words.ts'

export type TreeNode = Out<'GET /api/places/tree'>[number]
interface PlaceTreeProps {
  readonly roots: readonly TreeNode[]
  readonly chosen: string | null
  /** Places above the chosen one: they stand open. */ readonly above: readonly string[]
  readonly choose: (id: string) => void
}
interface Walk extends Omit<PlaceTreeProps, 'roots'> {
  readonly isOpen: (id: string) => boolean
  readonly toggle: (id: string, open: boolean) => void
  readonly focusable: string | null
  readonly setFocusable: (id: string) => void
}

export const PlaceTree = ({ roots, chosen, above, choose }: PlaceTreeProps) => {
  const say = useWords(words)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [focused, setFocused] = useState<string | null>(null)
  const walk: Walk = {
    chosen,
    above,
    choose,
    isOpen: (id) => toggled.get(id) ?? (above.includes(id) || (roots.length === 1 && roots[0]?.id === id)),
    toggle: (id, open) => setToggled(new Map(toggled).set(id, open)),
    focusable: focused ?? roots[0]?.id ?? null,
    setFocusable: setFocused,
  }
  return (
    <ul role="tree" aria-label={say.tree} className="place-tree">
      {roots.map((node) => (
        <TreeItem key={node.id} node={node} level={1} walk={walk} />
      ))}
    </ul>
  )
}

const visibleItems = (item: HTMLElement): HTMLElement[] => [
  ...(item.closest('[role=tree]')?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? []),
]
const step = (item: HTMLElement, by: number) => {
  const items = visibleItems(item)
  items[items.indexOf(item) + by]?.focus()
}

const parentOf = (item: HTMLElement) =>
  item.closest('[role=group]')?.parentElement?.querySelector<HTMLElement>('[role=treeitem]')

interface TreeItemProps {
  readonly node: TreeNode
  readonly level: number
  readonly walk: Walk
}
const TreeItem = ({ node, level, walk }: TreeItemProps) => {
  const hasBelow = node.childCount > 0
  const isOpen = hasBelow && walk.isOpen(node.id)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const item = event.currentTarget
    const acts: Record<string, () => void> = {
      ArrowDown: () => step(item, 1),
      ArrowUp: () => step(item, -1),
      ArrowRight: () => (hasBelow && !isOpen ? walk.toggle(node.id, true) : step(item, hasBelow ? 1 : 0)),
      ArrowLeft: () => (isOpen ? walk.toggle(node.id, false) : parentOf(item)?.focus()),
      Enter: () => walk.choose(node.id),
      ' ': () => walk.choose(node.id),
      Home: () => visibleItems(item)[0]?.focus(),
      End: () => visibleItems(item).at(-1)?.focus(),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <li role="none">
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={walk.chosen === node.id}
        {...(hasBelow ? { 'aria-expanded': isOpen } : {})}
        tabIndex={walk.focusable === node.id ? 0 : -1}
        className={walk.chosen === node.id ? 'tree-row is-chosen' : 'tree-row'}
        style={{ paddingLeft: 4 + (level - 1) * 16 }}
        onFocus={() => walk.setFocusable(node.id)}
        onKeyDown={onKeyDown}
        onClick={() => {
          walk.choose(node.id)
          if (!isOpen) walk.toggle(node.id, true)
        }}
      >
        <TreeRow node={node} isOpen={isOpen} toggle={() => walk.toggle(node.id, !isOpen)} />
      </div>
      {isOpen ? <Below id={node.id} level={level + 1} walk={walk} /> : null}
    </li>
  )
}

interface TreeRowProps {
  readonly node: TreeNode
  readonly isOpen: boolean
  readonly toggle: () => void
}
const TreeRow = ({ node, isOpen, toggle }: TreeRowProps) => {
  const say = useWords(words)
  const Shape = placeIcons[node.kind]
  const Turn = isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <span
        className="tree-turn"
        onClick={(event) => {
          event.stopPropagation()
          toggle()
        }}
      >
        {node.childCount > 0 ? <Turn size={15} aria-hidden /> : null}
      </span>
      <Shape size={15} aria-hidden />
      <span className={node.active ? 'tree-name' : 'tree-name is-retired'}>{node.name}</span>
      {node.active ? null : <Tag>{say.retired}</Tag>}
      {node.homeCount > 0 ? <span className="quiet tree-count">{node.homeCount}</span> : null}
    </>
  )
}

const Below = ({ id, level, walk }: { readonly id: string; readonly level: number; readonly walk: Walk }) => {
  const common = useWords(pageWords)
  const nodes = useApi('GET /api/places/tree', { query: { parentId: id } }, { fresh: 60_000 })
  if (nodes.error) return <ProblemPanel problem={nodes.error} retry={() => void nodes.refetch()} />
  if (nodes.data === undefined)
    return (
      <div className="quiet tree-loading" style={{ paddingLeft: level * 16 }}>
        {common.loading}…
      </div>
    )
  return (
    <ul role="group">
      {nodes.data.map((node) => (
        <TreeItem key={node.id} node={node} level={level} walk={walk} />
      ))}
    </ul>
  )
}
