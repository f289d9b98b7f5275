// What the count came to, whether it holds under every other reading, and the papers that prove it.
import { Button } from 'antd'
import { ballotChoices, paperFaults } from '../../../../contract/src/ballots-life.ts'
import { addressOf } from '../../platform/api.ts'
import { useMarks } from '../../platform/marks.ts'
import { figures, PlainTable } from '../../platform/plain-table.tsx'
import { Tag } from '../../platform/tags.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import type { Decision } from './step-forms.tsx'
import { words } from './words.ts'

type ItemResult = NonNullable<Decision['result']>['items'][number]
export const Result = ({ of }: { readonly of: Decision }) => {
  const say = useWords(words)
  if (of.result === null) return null
  return (
    <section className="stack">
      <h2>{say.result}</h2>
      {of.result.city ? <p>{say.cityBasis(of.result.city)}</p> : null}
      {of.result.items.map((one) => (
        <ItemCard
          key={one.itemId}
          one={one}
          title={of.items.find((item) => item.id === one.itemId)?.title ?? ''}
          here={of.result?.consultation.find((item) => item.itemId === one.itemId)}
        />
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
type Consultation = NonNullable<Decision['result']>['consultation'][number]
/** Why a paper did not count. */
const useFaultWord = () => {
  const pick = usePick()
  return (why: string) => (why in paperFaults ? pick(paperFaults[why as keyof typeof paperFaults]) : null)
}
interface CardProps {
  readonly one: ItemResult
  readonly title: string
  /** What was voted here where the city's system binds. */ readonly here: Consultation | undefined
}
const ItemCard = ({ one, title, here }: CardProps) => {
  const say = useWords(words)
  const mark = useMarks()
  const verdict = one.outcome === 'undetermined' ? say.undetermined : one.isPassed ? say.passed : say.notPassed
  const faultWord = useFaultWord()
  const left = one.left.map(({ why, count }) => `${faultWord(why) ?? say.otherFault} ${count}`)
  const readings = {
    blankMark: say.blankMark,
    doubleMark: say.doubleMark,
    disagreement: say.disagreement,
    silence: say.silenceReadingName,
  } as Record<string, string>
  const groups: Record<string, string> = {
    absent: say.groupAbsent,
    for: say.groupFor,
    against: say.groupAgainst,
    abstain: say.groupAbstain,
    silent: say.groupSilent,
  }
  return (
    <article className="entry stack">
      <p className="row">
        <strong>{title}</strong>
        <Tag tone={one.outcome === 'undetermined' ? 'warn' : one.isPassed ? 'good' : 'late'}>{verdict}</Tag>
        {one.seat ? <Tag tone="info">{say[`seat_${one.seat}`]}</Tag> : null}
      </p>
      <Tallies one={one} />
      <p className="quiet">
        {one.flips.length === 0
          ? say.steady
          : say.flips(
              one.flips
                .map((flip) =>
                  [flip, ...(flip.with ?? [])].map(({ value }) => readings[value] ?? value).join(say.together),
                )
                .join(mark.list),
            )}
      </p>
      {one.left.length > 0 ? <p className="quiet">{say.leftOut(left.join(mark.list))}</p> : null}
      {here ? (
        <p>
          <Tag>{say.consultation}</Tag> {say.consulted(here.owners.for, here.owners.against, here.owners.abstain)}
        </p>
      ) : null}
      {one.areaFlips.map((flip) => (
        <p key={`${flip.group} ${flip.above}`}>
          {say.areaFlip(
            groups[flip.group] ?? flip.group,
            flip.above,
            flip.outcome === 'passes' ? say.passed : say.notPassed,
          )}
        </p>
      ))}
    </article>
  )
}
/** One tally; where silence counts two, the official one first. */
const Tallies = ({ one }: { readonly one: ItemResult }) => {
  const say = useWords(words)
  const pick = usePick()
  const { silence } = one
  if (silence === undefined) return <Sums one={one} label={say.count} />
  return (
    <>
      <p>{say.silentCounted(silence.owners, silence.area, pick(ballotChoices[silence.as]))}</p>
      <div className="decision-tallies">
        {(
          [
            [say.withSilent, one],
            [say.withoutSilent, silence.without],
          ] as const
        ).map(([label, tally]) => (
          <div key={label} className="stack">
            <p className="row">
              <strong>{label}</strong>
              <Tag tone={tally.isPassed ? 'good' : 'late'}>{tally.isPassed ? say.passed : say.notPassed}</Tag>
            </p>
            <Sums one={tally} label={label} />
          </div>
        ))}
      </div>
    </>
  )
}
const Sums = ({ one, label: title }: { readonly one: Pick<ItemResult, 'owners' | 'area'>; readonly label: string }) => {
  const say = useWords(words)
  const rows = [
    [say.all, one.owners.total, one.area.total],
    [say.participating, one.owners.participating, one.area.participating],
    [say.for, one.owners.for, one.area.for],
    [say.against, one.owners.against, one.area.against],
    [say.abstain, one.owners.abstain, one.area.abstain],
  ] as const
  return (
    <div className="decision-result">
      <PlainTable label={title} heads={[say.count, ...figures(say.owners, say.areaShort)]}>
        {rows.map(([label, owners, area]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="figure">{owners}</td>
            <td className="figure">{say.squareMetres(area)}</td>
          </tr>
        ))}
      </PlainTable>
    </div>
  )
}
