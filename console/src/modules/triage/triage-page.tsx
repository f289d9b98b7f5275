// 智能分类: the models with their figures, and what each category lets them do.
import { App, Button } from 'antd'
import { RefreshCw, Sparkles } from 'lucide-react'
import { useAct, useApi, type Out } from '../../platform/api.ts'
import { EmptyState, Loaded, PageHeader, ProblemPanel } from '../../platform/page.tsx'
import { ScrollX } from '../../platform/scroll-x.tsx'
import { Tag } from '../../platform/tags.tsx'
import { TimeText } from '../../platform/time.tsx'
import { useWords } from '../../platform/words.ts'
import { CategorySwitches } from './category-switches.tsx'
import { words } from './words.ts'
import './triage.css'

type Triage = Out<'GET /api/triage'>
/** Training takes seconds; the page is read again after it. */
const TRAIN_MS = 6000
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

export default function TriagePage() {
  const say = useWords(words)
  const { message } = App.useApp()
  const triage = useApi('GET /api/triage', {})
  const train = useAct('POST /api/triage/training', {
    onDone: () => {
      void message.info(say.training)
      setTimeout(() => void triage.refetch(), TRAIN_MS)
    },
  })
  return (
    <div className="page">
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          <Button icon={<RefreshCw size={16} aria-hidden />} loading={train.isPending} onClick={() => train.mutate({})}>
            {say.train}
          </Button>
        }
      />
      {train.error ? <ProblemPanel problem={train.error} /> : null}
      <Loaded of={triage} rows={6}>
        {(data) => (
          <div className="stack triage">
            <p className="quiet">{say.examples(data.examples)}</p>
            {data.models.length === 0 ? (
              <EmptyState icon={Sparkles} title={say.noModel} hint={say.noModelHint} />
            ) : (
              <Models models={data.models} />
            )}
            <h2>{say.switches}</h2>
            <p className="quiet">{say.switchesLead}</p>
            <CategorySwitches rows={data.categories} />
          </div>
        )}
      </Loaded>
    </div>
  )
}
const Models = ({ models }: { readonly models: Triage['models'] }) => {
  const say = useWords(words)
  return (
    <section className="card">
      <h2>{say.models}</h2>
      <ScrollX label={say.models}>
        <table className="triage-table">
          <thead>
            <tr>
              {[say.subject, say.trainedAt, say.learnt, say.macroF1, say.accuracy, say.live, say.size].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr key={model.id}>
                <th scope="row">
                  {say[model.subject]} {model.isCurrent ? <Tag tone="good">{say.inUse}</Tag> : null}
                </th>
                <td>
                  <TimeText at={model.trainedAt} />
                </td>
                <td>{model.examples}</td>
                <td>{model.macroF1.toFixed(3)}</td>
                <td>{percent(model.accuracy)}</td>
                <td>
                  {model.live.decided === 0 ? (
                    <span className="quiet">{say.notYet}</span>
                  ) : (
                    say.liveOf(model.live.kept, model.live.decided)
                  )}
                </td>
                <td>{Math.round(model.bytes / 1024)} KB</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
