// What the count came to, whether it holds under every other reading, and the papers that prove it.
import { Button } from 'antd'
import { addressOf } from '../../platform/api.ts'
import { Facts } from '../../platform/facts.tsx'
import { Tag } from '../../platform/tags.tsx'
import { useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

type ItemResult = NonNullable<Decision['result']>['items'][number]
export const Result = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  if (of.result === null) return null
  return (
    <section className="stack">
      <h2>{say.result}</h2>
      {of.result.items.map((one) => (
        <ItemCard key={one.itemId} one={one} title={of.items.find((item) => item.id === one.itemId)?.title ?? ''} />
      ))}
      <p className="row">
        {of.certificate ? (
          <Button href={addressOf('GET /api/decisions/:id/certificate.pdf', { params: { id: of.id } })}>
            {say.certificate}
          </Button>
        ) : null}
        <Button href={addressOf('GET /api/decisions/:id/bundle.zip', { params: { id: of.id } })}>{say.bundle}</Button>
      </p>
    </section>
  )
}
const ItemCard = ({ one, title }: { readonly one: ItemResult; readonly title: string }) => {
  const say = useWords(words)
  const verdict = one.outcome === 'undetermined' ? say.undetermined : one.isPassed ? say.passed : say.notPassed
  const axis = (owners: number, area: number) => `${owners} · ${say.squareMetres(area)}`
  const readings = { blankMark: say.blankMark, doubleMark: say.doubleMark, disagreement: say.disagreement } as Record<
    string,
    string
  >
  return (
    <article className="mediation stack">
      <p className="row">
        <strong>{title}</strong>
        <Tag tone={one.isPassed ? 'good' : 'late'}>{verdict}</Tag>
      </p>
      <Facts
        facts={[
          {
            label: say.participating,
            value: `${axis(one.owners.participating, one.area.participating)} / ${axis(one.owners.total, one.area.total)}`,
          },
          { label: say.for, value: axis(one.owners.for, one.area.for) },
          { label: say.against, value: axis(one.owners.against, one.area.against) },
          { label: say.abstain, value: axis(one.owners.abstain, one.area.abstain) },
        ]}
      />
      <p className="quiet">
        {one.flips.length === 0
          ? say.steady
          : say.flips(one.flips.map((flip) => readings[flip.value] ?? flip.value).join('、'))}
      </p>
      {one.areaFlips.map((flip) => (
        <p key={flip.group}>{say.areaFlip(flip.above)}</p>
      ))}
    </article>
  )
}
