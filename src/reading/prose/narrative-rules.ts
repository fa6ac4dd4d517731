import type { FigureId } from '@/domain/figure'

/** A pattern with one figure: `#` stands for the number with its unit. */
export interface Rule {
  readonly figure: FigureId
  readonly pattern: RegExp
  /** The number where the words say it without one: 未收取 is 0. */
  readonly value?: number
  /** The number is another figure's too: what came in was answered, as the words say of it (受理答复), or as they let one infer (均已办结). */
  readonly again?: 'stated' | 'inferred'
}

const NUMBER = '(?:约|近|超过|超|逾|共计|共|累计|合计|总计|达到|达|为|计|是|有|数量|数|了|:|各类)*[\\[【]?(?<n>\\d+(?:,\\d{3})*(?:\\.\\d+)?[万亿千]?)(?!\\d|年|,\\d{3}(?!\\d))[\\]】]?(?<about>余|多)?(?<unit>UNIT)(?!工作日|自然日|月|小时)'
const rule = (figure: FigureId, words: string, unit: string): Rule => ({ figure, pattern: new RegExp(words.replace('#', NUMBER.replace('UNIT', unit)).replaceAll('~', '[^,。;\\d]').replaceAll('≈', '[^。;\\d]'), 'g') })
const again = (figure: FigureId, words: string, unit: string, how: 'stated' | 'inferred' = 'inferred'): Rule => ({ ...rule(figure, words, unit), again: how })
const zero = (figure: FigureId, words: string): Rule => ({ figure, pattern: new RegExp(words.replaceAll('~', '[^,。;\\d]').replaceAll('≈', '[^。;\\d]'), 'g'), value: 0 })
/** The id of a figure of the prose. */
export const text = (name: string): FigureId => `narrative.${name}`
/** Posts of several channels in one sentence are those of none. */
export const SOCIAL = text('social-posts')
/** Disclosed on the site: of the site where the report gives no other number for it, else of all. */
export const WEB_DISCLOSED: FigureId = 'narrative.web-disclosed'

/** What a number was before it grew to the one behind these words; of another year it is left out, as ends of sentences. */
const GROWN = '(?:由|从)(?:。+|[^,。;]{0,30}?)(?:增[加长]?[至到]|上升[至到]|提[升高][至到]|扩大[至到]|达到?)'
const ITEMS = '条次|条|件|篇|份|余条|则|\\(条\\)'
const TIMES = '次|期|场次|场|个|项|轮|批'
/** A number without a unit, where nothing but the clause's end follows. */
const BARE = '(?=[,。;]|$)'
const CASES = '件次|件|宗|起|例|份|次|条|项|个'
/** A character of the clause that does not lead to another matter. */
const ASKED = '(?:(?!复议|诉讼|撤|投诉|举报|提案|建议)[^,。;()\\d])'
/** A character of the clause that names no channel beside the site. */
const ON_SITE = '(?:(?!微博|微信|新媒体|公众号|等平台|等渠道|等多|等媒)[^,。;\\d])'
/** Sites that are named by what they are for. */
const NET = '(?:政务|政府|信息|公开|商务|在线|教育|外)[”"]?网'
/** Accounts in social media. */
const ACCOUNT = '(?:微信|微博|新媒体|公众号|订阅号|服务号|头条|抖音|快手|视频号|客户端|APP)'
/** What a list of matters is called behind them: 等各类政府信息. */
const OF_KINDS = '(?:工作|各类|各项|多类|类别|相关|有关|方面|多领域|政府|政务|公开|的)*'
const ADDED = '(?:法定|公开|发布|更新|、|和|了|各|类|项|公文|本级|区政府|政府|政务|公众|工作|动态|有关|相关|文字|新闻|的|级)*'

/** A reply that says how a request ended (公开答复) is one outcome of several. */
const OWN_REPLY = '(?<!(?<!信息)公开|不予|部分|其中)答复'

/** All of the requests before it were answered; none was withdrawn or is left. */
const ALL_DONE = '(?:\\([^()]*\\))?(?:,(?:包括|其中)[^。;]{2,40}件(?=,))?(?:,\\d+[件条份](?:为|是|系)[^,。;\\d]{2,12}申请)*(?:,无上一?年度?结转)?,?(?:目前|现|截至目前|截至(?:20\\d\\d年)?\\d+月\\d+日|到期|我[局委办厅院镇乡县区市])?(?:所有申请|申请公开(?:的)?信息|申请)?(?:均|皆|全部|都|已全部|已按|并?已[在于]|并[在于]|依法依规|在(?:法定|规定)的?(?:期限|时限|时间)内|按[期时](?=(?:依法|依规)*(?:办结|答复|回复)(?:[,。;]|$)))(?:已)?(?:全部)?(?:(?!撤|除|外|转|未)[^,。;\\d]){0,16}?(?:办结|答复|回复|办复|办理完毕|处理完毕|办理完成|完成办理|完成答复)(?!率|[^,。;]{0,6}(?:除外|撤))'

/** The site is named in the clause before. */
const SITE_BEFORE = `(?:依托|通过|利用|借助|运用|以|在)${ON_SITE}{0,14}(?:网站|门户|官网)(?:${ON_SITE}{0,12}(?:专栏|栏目|子站|分站|平台)|平台|专栏|栏目|主阵地|这一平台|为主渠道|为主阵地|等?载体)*,(?:全年|本年度?|年内|今年)*(?:共|累计|共计)?`

/** `~` is any character within the clause, `≈` within the sentence; both but digits. The first rule that matches a number has it. */
export const RULES: readonly Rule[] = [
  rule('participation.messages.average-days', '平均(?:办理|办结|答复|回复|处理)?(?:时间|时长|天数|用时|时限|周期)~{0,4}#', '天|个?工作日|日'),
  rule('participation.messages.answered-rate', '(?<=(?:留言|来信|信箱)[^。;]{0,40})(?:答复|办结|回复|办复)率#', '%'),
  rule('participation.messages.published', '(?<=(?:留言|来信)[^。;]{0,60})公开(?:答复|回复)#', CASES),
  rule('participation.messages.answered', '(?<=(?:留言|来信|信件(?!申请)|信箱|咨询投诉|投诉咨询)[^。;]{0,24})(?<!公开)(?:办结|答复|回复|回应|已办)~{0,6}#', CASES),
  rule('participation.messages.answered', '(?:回复|答复|回应|办结|处理)(?:各类|有效|群众|网民|公众|网友|网上|互动)*(?:留言|来信|咨询|民声|诉求)(?:咨询|数)?#', `${CASES}|封`),
  rule('requests.received.total', `(?:本年度?|后|其中)新收(?:到|的)*${ASKED}{0,16}#`, CASES),
  rule('requests.received.total', `(?:收到|受理|接收|接受|收办|新收|接到|新增|提交|核收)${ASKED}{0,26}(?:申请|依申请公开)(?:公开)?${ASKED}{0,12}#`, CASES),
  rule('requests.received.total', `(?:收到|受理|接收|接受|新收|接到|提交)${ASKED}{0,26}(?:申请|依申请公开)(?:数量|件数|数|量)?#`, BARE),
  rule('requests.received.total', `(?:收到|受理|提交)(?:了|的)?(?:政府)?信息公开#`, '件'),
  rule('requests.received.total', '依申请公开(?:政府信息)?(?:共|累计|共计)?(?:收到|受理)#', CASES),
  rule('requests.received.total', '(?:收到|受理)#(?:政府)?信息公开申请', ''),
  rule('requests.received.total', '收到依申请公开件#', '封|件'),
  rule('requests.received.total', '(?<=^|[,;:。])(?:政府)?信息公开申请(?:共|共计)?#', CASES),
  rule('requests.received.total', `(?:收到|受理|接收|收办|新收|接到)~{0,10}#${ASKED}{0,14}(?:申请|依申请公开)`, `${CASES}|封`),
  rule('requests.received.total', '(?<=(?:收到|受理)[^。;]{0,40}申请(?:(?!结转|转结|答复|办结)[^。;]){0,30},)(?:合计|总计)#', CASES),
  rule('requests.received.total', '(?<=^|[,;。年共])收(?:政府)?信息公开申请#', CASES),
  rule('requests.received.total', '依申请公开(?:办理|受理|收件)量#', CASES),
  rule('requests.received.total', '依申请公开(?:政府信息)?(?:事项|件|案件|申请)?(?:共|共计|总数|数量|数)+#', CASES),
  zero('requests.received.total', `(?:未有?|没有|无)新?(?:收到|接到|受理|接收到|接收|发生)${ASKED}{0,40}(?:(?<!被)申请(?!人|行政|复议)|依申请)`),
  zero('requests.received.total', '(?:未有?|没有|无)新?(?:收到|接到|受理)~{0,10}(?:信息公开型?(?:案件|申请)|要求公开的信息|依申请公开)'),
  zero('requests.received.total', '无(?:政府信息)?依申请公开|无申请公开(?:政府)?信息|(?<=^|[,;。年])无(?:政府)?信息公开申请(?!人|行政|复议|被)|(?<=收到和处理政府信息公开)申请(?:数量)?为0'),
  rule('requests.carried-in.total', '结转上一?年度?~{0,8}#', CASES),
  rule('requests.carried-in.total', '(?<=20\\d\\d年度?)(?:未办结|全[省市区县州])?(?:结转|转结)(?:的|件|政府信息公开申请)*#', CASES),
  rule('requests.carried-out.total', '(?<=(?:结转|转结)(?:到|至)?20\\d\\d年度?(?:继续)?(?:办理)?(?:政府信息公开申请)?)#', CASES),
  rule('requests.carried-in.total', '#20\\d\\d年度?结转', CASES),
  rule('requests.carried-in.total', '#(?:来自|是|为|系)(?:上|去)一?年度?结转', CASES),
  rule('requests.carried-in.total', '(?<=20\\d\\d年度?)转至?(?:今|本)年(?:办理|答复)?的?#', CASES),
  zero('requests.carried-in.total', '无上一?年度?结转|上一?年度?无(?:申请)?结转'),
  rule('requests.carried-in.total', '(?:上年度?|上一年度?|去年)(?:度)?(?:结转|转结)~{0,12}#', CASES),
  rule('requests.carried-out.total', '#(?:申请)?(?:结转|转结|转接|转|顺延)(?:到|至)?20\\d\\d年', CASES),
  rule('requests.carried-out.total', '(?:结转|转结)(?:至|到)?下一?年度?(?:继续)?(?:办理)?#', BARE),
  rule('requests.carried-out.total', '下一?年度?继续办理#', CASES),
  rule('requests.carried-out.total', '(?:结转|转结|转接|顺延|转)(?:至|到|入)?(?:下|次|明)一?年度?~{0,10}#', CASES),
  rule('requests.carried-out.total', '(?<=其中|剩余|尚有|另有|余)#(?:申请)?(?:结转|顺延)(?=[,。;)]|$)', CASES),
  rule('requests.carried-out.total', '#(?:申请|案件|尚)?[^,、。;()\\d无]{0,12}(?:顺延|结转|转)(?:至|到|入)?(?:下|次|明)一?年', CASES),
  zero('requests.carried-out.total', '(?:没有|未有|无)(?:办件|申请|案件|件)?(?:结转|转结)(?:到|至)?(?=20\\d\\d年)'),
  zero('requests.carried-in.total', '(?:没有|无)(?=20\\d\\d年度?(?:结转|转结))'),
  zero('requests.carried-out.total', '无(?:申请)?(?:结转|转结|转接|转)(?:至|到|入)?(?:下|次|明)一?年'),
  rule('requests.disclosed.total', '(?:予以|同意)公开[”"]?[及和与、或][“"]?(?:予以)?部分公开~{0,6}#', CASES),
  rule('requests.granted.total', '(?<!不|部分)(?:予以|同意|准予|给予)公开(?:数量|数)?[”"]?(?:答复|的|类|有)*#', `${CASES}|(?=[,、;])`),
  rule('requests.partly-granted.total', '(?<!(?:及|和|与|或|予以公开、)[“"]?)部分公开(?:数量|数|范围)?[”"]?(?:答复|的|类|有)*#', `${CASES}|(?=[,、;])`),
  rule('requests.granted.total', '(?<=属于|属)公开范围(?:的)?#', CASES),
  rule('requests.granted.total', '#的?(?:予以公开|同意公开|准予公开)(?!及|和|、)', CASES),
  rule('requests.partly-granted.total', '#的?(?:予以)?部分公开', CASES),
  rule('requests.partly-granted.total', '部分(?:予以|同意)公开#', CASES),
  again('requests.granted.total', '(?:申请|依申请公开)(?:事项|案件)?#,?(?:经审核)?(?:均|全部|都)(?:已)?(?:(?!未|不)[^,。;\\d]){0,8}(?:予以|准予|同意|给予)公开(?!或|及|和|部分)', CASES, 'stated'),
  again('requests.refused.total', '(?:申请|依申请公开)(?:信息|事项)?#,?均(?:为)?(?:不予|不同意)公开', CASES, 'stated'),
  rule('requests.refused.total', '#(?:的)?为[“"]?不予公开', CASES),
  rule('requests.unavailable.total', '#(?:的)?为[“"]?无法提供', CASES),
  rule('requests.not-processed.total', '#(?:的)?为[“"]?不予处理', CASES),
  rule('requests.granted.total', '#(?:的)?为[“"]?予以公开(?!及|和|、|与)', CASES),
  rule('requests.partly-granted.total', '#(?:的)?为[“"]?部分公开', CASES),
  rule('requests.refused.total', '不予公开[”"]?(?:答复|的|类|有)*#', `${CASES}|(?=[,、;])`),
  rule('requests.unavailable.total', '无法提供[”"]?(?:答复|的|类|有)*#', `${CASES}|(?=[,、;])`),
  rule('requests.not-processed.total', '不予处理[”"]?(?:答复|的|类|有)*#', `${CASES}|(?=[,、;])`),
  rule('requests.other.total', '其他处理[”"]?(?:\\([^)]*\\))?(?:答复|的|类)*#', CASES),
  rule('requests.processed.total', '(?<=申请[^。;]{0,60}[,;:])(?:本?年度?|截至[^,。;]{0,8}?)?(?:已|年内|均|依法|依规)*(?:办结|办理|答复处理|回复处理|答复|回复)#', CASES),
  rule('requests.processed.total', '完成(?:了)?(?:各类|政府信息|政府|信息公开|依申请公开|申请)*(?:申请|依申请公开)件?(?:的)?答复#', CASES),
  rule('requests.processed.total', '完成(?:了)?#(?:依申请|申请)(?:公开)?件?(?:的)?答复', CASES),
  rule('requests.processed.total', '完成(?:了)?答复申请#', CASES),
  rule('requests.processed.total', '(?<=申请\\d+[件宗条][^。;]{0,20},)(?:已|均|全部)*完成(?:了)?(?:政府|信息公开)*(?:依申请公开|申请)(?:申请)?#(?=[,。;]|$)', CASES),
  rule('requests.processed.total', '对#(?:政府)?(?:信息公开|依申请公开)(?:申请)?(?:均|全部|都|已|按时|按期|依法|依规)*(?:作出|进行|予以|给予)了?(?:答复|回复)', CASES),
  rule('requests.processed.total', '(?<=申请[^。;]{0,60}|其中)#(?:均|全部)?已(?:全部|按时|依法)?办结', CASES),
  rule('requests.processed.total', `(?:办结|${OWN_REPLY}|办理完毕|答复完毕|办理|办理完成|处理)${ASKED}{0,10}(?:申请|依申请公开|信息公开)(?:政府信息)?(?:事项|件|案件)?(?:共|共计)?#`, CASES),
  rule('requests.processed.total', `(?:办结|${OWN_REPLY}|答复完毕|办理完毕|办理完成|办理)(?:总数|量为|政府信息公开|信息公开|依申请公开)*(?:申请)?(?:件)?#(?!件?(?:人大|政协))`, CASES),
  again('requests.processed.total', `(?:申请|依申请公开)(?:公开|政府信息|信息公开|事项|案|件|共计|共|数量|数)*#${ALL_DONE}`, CASES),
  again('requests.processed.total', `#(?:的)?(?:(?:政府)?(?:信息公开|依申请公开(?:政府信息)?)(?:的)?申请|申请|依申请公开)(?:件)?${ALL_DONE}`, CASES),
  again('requests.processed.total', `(?:受理|收到|接收|接到)(?:(?:并|和)?(?:按时)?(?:办结|答复|回复)|并(?:办理|处理)|(?<=受理)办理)${ASKED}{0,10}(?:申请|依申请公开)(?:政府信息)?(?:事项|件|案件)?#`, CASES, 'stated'),
  again('requests.processed.total', `(?:收到|受理)${ASKED}{0,20}(?:申请|依申请公开)(?:事项|件|案件)?#,(?:按时)?(?:办结|答复)率(?:为|达|达到|均为)?100%`, CASES),
  rule(text('reviews'), '行政复议(?:申请|案件|案|情况)?(?:共)?#', CASES),
  rule(text('suits'), '(?:行政)?诉讼(?:案件|案)?(?:共)?#', CASES),
  rule(text('reviews'), '#(?:(?:关于|因|涉及)~{0,14})?的?行政复议', CASES),
  rule(text('suits'), '#(?:(?:关于|因|涉及)~{0,14})?的?行政诉讼', CASES),
  rule(text('reviews'), '(?<!行政)复议(?:申请)?件?#', CASES),
  rule(text('reviews'), '行政复议申请件#', CASES),
  zero(text('reviews'), '行政复议(?=、(?:提起)?(?:行政)?诉讼(?:案件|案)?(?:共)?0[件起宗])'),
  zero(text('suits'), '未涉诉'),
  zero(text('suits'), '(?:未(?!经|审)|没有|无|不存在|零)~{0,44}行政起诉(?!\\d)'),
  zero(text('reviews'), '(?:未(?!经|审)|没有|无|不存在|零)≈{0,30}(?:行政)?复议'),
  zero(text('suits'), '(?:未(?!经|审)|没有|无|不存在|零)≈{0,44}诉讼'),
  zero(text('handling-fee'), '无(?:政府)?信息公开的?收费|信息公开没有~{0,4}收费|未有收取~{0,8}费用'),
  zero(text('handling-fee'), '(?:未|没有)(?:因|就)~{0,16}收取~{0,8}费用'),
  zero(text('handling-fee'), '(?:未|没有|无)(?:收取|发生|产生|向|对)~{0,40}(?:处理费|收费|费用)|信息公开(?:工作)?不收取~{0,6}费用|不存在~{0,16}收费'),
  rule(text('handling-fee'), '(?:处理费|收取费用|费用)~{0,10}#', '万元|元'),
  rule('participation.consultations.held', '(?:意见征集|征集调查|民意征集|征求意见|网上征集|征集意见|网上调查|调查征集|征集活动)(?:并公布(?:调查)?结果)?~{0,4}#', TIMES),
  rule('participation.consultations.held', '(?:开展|组织|发起|发布)(?:了)?#(?:网上|线上|公开)?(?:调查征集|征集调查|意见征集|民意征集)', TIMES),
  rule('participation.consultations.held', '(?:意见征集|民意征集|调查征集|征集调查)(?:类|数|信息|与反馈)*#', '条|篇|件|个'),
  rule('participation.consultations.held', '(?:公开|网上|向社会)?征(?:求|集)~{0,12}(?:意见|建议)+(?:建议)?#', '次|期|场|轮|批'),
  rule('participation.consultations.comments', '收到#(?:意见|建议)', '条|件|个'),
  rule('participation.consultations.comments', '(?<=共|累计|[,;])征集(?:各类|社会|公众|群众|到|了)*(?:意见|建议|和|及|、)+(?:反馈)?#', '条|件|个'),
  rule('participation.consultations.comments', '(?:收到|征集到|收集到?|征求)~{0,14}(?:意见|意见建议|建议)(?:反馈)?~{0,3}#', '条|件|个'),
  rule('participation.consultations.adopted', '采纳~{0,8}#', '条|件|个'),
  rule('participation.messages.received', '(?:收到|受理|接收)#(?:网民|网友|群众|公众|市民)?(?:留言|来信|咨询)(?!公开)', `${CASES}|封`),
  rule('participation.messages.received', '(?:领导|[省市县区局镇]长|书记)信箱(?:办件|信件|来信)#', `${CASES}|封`),
  rule('participation.messages.received', '(?:留言|来信|信箱信件|网民信件|咨询投诉|网民咨询)~{0,6}#', '条|件|封|个'),
  rule('participation.messages.received', '(?:受理|办理|收到|接到|处理)~{0,10}(?:信箱|信件|来信|留言)~{0,4}#', `${CASES}|封`),
  again('participation.messages.answered', '(?:留言|来信)#,?(?:均|全部|都)(?:已)?~{0,8}(?:办结|答复|回复|回应)(?!率)', `${CASES}|封`),
  rule('participation.interviews.held', '(?:在线|线上|网上|网络)访谈~{0,6}#', TIMES),
  rule(text('catalogue-items'), '目录≈{0,14}(?:明确|梳理|公布|列明|涵盖|包含|共)?~{0,8}#~{0,8}(?:主动公开|公开|事项|内容)', '项|个'),
  rule(text('catalogue-items'), '目录(?:中|里)?,?(?:共|已|进一步)?(?:明确|梳理|确定|列明|涵盖|包含|包括|细化)(?:了|主动公开|公开|各类|的)*(?:事项|内容|条目|目录)#', '项|个|条'),
  rule(text('catalogue-items'), '纳入~{0,10}目录#', '项|个|条'),
  rule(text('catalogue-items'), '(?:编制|修订|制定|完善|公布|梳理|形成|发布|更新)~{0,14}目录(?:事项|清单)?#', '项|个|条'),
  rule(text('staff'), '(?:现有|共有|配有|配备|设有|安排|明确|落实)~{0,10}公开~{0,6}(?:工作)?人员#', '名|人|位'),
  rule(text('staff'), '(?:安排|配备|确定|明确|指定|落实)#(?:专门)?(?:工作)?(?:人员|同志|干部)(?:专门|具体|专职)?(?:负责|从事|承担)', '名|位'),
  rule(text('staff'), '(?:安排|配备|确定|明确|指定|落实)#(?:专门)?工作人员(?=,[^。;]{0,20}(?:负责|承担))', '名|位'),
  rule(text('staff'), '(?:安排|配备|确定|明确|设)~{0,8}#~{0,4}[专兼]', '名|人'),
  rule(text('staff'), '[专兼全]\\)?职~{0,8}人员#', '名|人'),
  rule(text('trainings'), '(?:培训|培训班|培训会|讲座)(?:活动|工作)?#', TIMES),
  rule(text('trainings'), '(?:举办|开展|组织|召开)~{0,14}#~{0,16}培训', TIMES),
  rule(text('interpretations'), '解读(?:类|性|相关|有关)?(?:材料|信息|稿件|产品|文件|文章|稿|方案|文字|图片|图文|[和及、])*(?:发布)?#', `${ITEMS}|期|次|个`),
  rule(text('interpretations'), '对#~{0,12}(?:文件|政策)~{0,4}进行了?(?:政策)?解读', ITEMS),
  rule(text('interpretations'), '解读(?:各类|重大|重要|相关)+政策(?:性)?(?:文件)?#', ITEMS),
  rule(text('interpretations'), '解读材料#', '项'),
  rule(text('interpretations'), '解读回应#', ITEMS),
  rule(text('interpretations'), '(?:解读信息发布|解读发布(?:信息)?|政策图解|解读政策(?:性)?文件|解读件|解读[及和]图解(?:政策)?)#', ITEMS),
  rule(text('policies'), '(?<!其他|其它|解读)政策(?:类|性)?文件#', '件|份|条|个'),
  rule(text('visits'), `(?<!用户)(?:访问|浏览|点击)(?:总|量|人次|数|次数)+${GROWN}#`, '人次|次|(?=[,。;)])'),
  rule(text('followers'), `(?:订阅|关注|粉丝|用户)(?:用户|人)?(?:总|数|量)*${GROWN}#`, '人|名|个|'),
  rule(text('visits'), '(?<!用户)(?:访问|浏览|点击)(?:总|量|人次|数|次数)+≈{0,14}#', '人次|次|(?=[,。;)])'),
  rule(text('visits'), '(?:网站|门户)~{0,6}阅读(?:总)?量~{0,6}#', '人次|次'),
  rule(text('visits'), '(?:网站|门户)~{0,6}浏览~{0,3}#', '人次|次'),
  rule(text('visits'), '(?:访问|浏览)(?:信息)?人数~{0,3}#', '人次|次|人'),
  rule(text('visits'), '独立用户访问(?:总|量|数)*~{0,4}#', '人次|次|个|人'),
  rule(text('followers'), '(?:订阅|关注(?!热点|的)|粉丝|(?<!独立)用户)(?:用户|人)?(?:总|数|量)*~{0,6}#', '人次|人|名|个|'),
  rule(WEB_DISCLOSED, `(?:网站|门户|官网|网页|${NET})${ON_SITE}{0,16}主动公开${ADDED}信息(?:公开)?(?:总数|数)?~{0,4}#`, ITEMS),
  rule(WEB_DISCLOSED, `(?:网站|门户|官网|网页)${ON_SITE}{0,6},?主动公开#${ADDED}信息`, ITEMS),
  rule(text('items-disclosed'), `(?:网站|门户|官网)~{0,20}(?:微信|微博|新媒体|公众号)~{0,16}等~{0,8}(?:公开|发布)${ADDED}信息~{0,4}#`, ITEMS),
  rule(text('web-items'), `${SITE_BEFORE}(?:发布|更新|发表|推送)${ADDED}(?:信息|稿件|文章|动态)~{0,4}#`, ITEMS),
  rule(WEB_DISCLOSED, `${SITE_BEFORE}(?:主动)?公开${ADDED}信息~{0,4}#`, ITEMS),
  rule(text('social-posts'), `${ACCOUNT}(?:≈{0,20}\\d+个)?≈{0,34}(?:发布|推送|编发|发表|刊发|推文|公开|公布|更新|转发|刊\\(转\\)发)(?:~{0,16}|~{0,40}等~{0,6}(?:信息|动态|内容)~{0,3})#`, `${ITEMS}|期(?!\\d)`),
  rule(text('social-posts'), '(?:发布|推送)(?:各类|原创)?推文#', ITEMS),
  rule(text('social-posts'), `${ACCOUNT}~{0,12}(?:发布|推送)(?:信息|内容)?\\d+期#`, ITEMS),
  rule(text('social-posts'), '(?<=^|[,;。])(?:全年|年内|本年度?|20\\d\\d年度?)?(?:共|累计)*推送(?:各类)?信息#', ITEMS),
  rule(text('social-posts'), `${ACCOUNT}~{0,24}(?:发布|推送)~{0,8}#`, BARE),
  rule(text('social-posts'), `${ACCOUNT}(?:(?:(?!网站|门户)[^。;]){0,40}|(?:(?!网站|门户)[^。;\\d]){0,90}),(?:全年|年内|本年度?|20\\d\\d年度?)*(?:共|累计)?(?:发布|推送)~{0,8}(?:\\d+期)?#`, ITEMS),
  rule(text('social-posts'), '(?:官方|政务)(?:微信|微博)(?:公众号)?#', '期'),
  rule(text('social-posts'), '(?:发布|推送)(?:了)?#(?:条|篇)?(?:(?:微博|微信|公众号|头条号|抖音)[、和]?)+(?:图文|推文|信息|文章)?', '篇|条|期'),
  rule(text('social-posts'), '(?:微信公众号|微信|微博|公众号|抖音号?|头条号|视频号|快手号)[”"]?~{0,10}#', ITEMS),
  // A part of a site that holds what is disclosed, or several of them.
  rule(text('items-disclosed'), `(?<=^|[,。;])(?:(?!网站|门户|官网|网页|${NET})[^,。;\\d])*(?:公开|政务)(?:平台|专栏|栏目)~{0,8}主动公开${ADDED}(?:信息)?~{0,4}#`, ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网|网页|${NET}|首都之窗|(?:公开|政务)(?:平台|专栏|栏目)|内容[”"]栏目)${ON_SITE}{0,22}(?:信息|文章|内容|发布|更新|公开|公布|稿件|报送)~{0,6}#`, ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网|网页|${NET})${ON_SITE}{0,12}(?:发布|更新|公开|公布)${ON_SITE}{0,100}等${OF_KINDS}(?:信息|内容)(?:共计|共|累计|合计)?#`, ITEMS),
  rule(text('web-items'), `${SITE_BEFORE}(?:发布|更新|(?:主动|集中)?公开)${ON_SITE}{2,60}等${OF_KINDS}信息(?:共计|共|累计|合计)?#`, ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网|网页|${NET})${ON_SITE}{0,12}(?:发布|公开|公布)(?:${ON_SITE}{0,4}\\d+[大小]?[类项]){1,2}(?:${ADDED}信息)(?:共计|共|累计)?#`, ITEMS),
  rule(text('web-items'), `(?<=^|。)[^,。;\\d]{0,12}网站(?:设置|开设|设有|开通)≈{0,20}(?:\\d+个)?≈{0,60},(?:20\\d\\d年度?,?|全年|本年度?|年内)*(?:共|累计)+(?:及时)?发布${ADDED}信息#`, ITEMS),
  rule(text('web-items'), `(?:网站|门户)(?:20\\d\\d年度?|\\d+个(?:栏目|专栏))(?:全年|共|累计)*(?:主动)?(?:发布|公开|更新)${ADDED}(?:信息|文章)(?:\\([^()]*\\))?#`, ITEMS),
  rule(text('web-items'), '(?:网站|官网)\\([^()]{0,60}\\)(?:发布|公开|更新)#', ITEMS),
  rule(text('web-items'), '(?:门户|政府)网站#', ITEMS),
  rule(text('web-items'), '(?<=其中[:,]?)(?:门户|政府|官方|局)*网站#', ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网|网页)${ON_SITE}{0,12}(?:公开|发布)${ON_SITE}{1,100}(?:等|信息(?:共计|合计|共|累计))#`, ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网|网页)${ON_SITE}{0,60}(?:栏目|专栏)(?:共|累计)?(?:主动)?(?:发布|公开|更新)${ADDED}信息#`, ITEMS),
  rule(text('web-items'), `(?:网站|门户|官网)\\([^()]{0,60}\\)(?:发布|公开|更新)${ADDED}信息#`, ITEMS),
  rule(text('web-items'), '(?<=^|[,。;])网上(?:主动)?公开(?:了)?(?:各类|政府|政务)*(?:信息)?#', ITEMS),
  rule(text('items-disclosed'), `主动公开(?:的|各类|各项|本级)*${ADDED}信息#`, BARE),
  rule(text('items-disclosed'), '(?<=^|[,;:。年])(?:其中)?(?:政府信息)?(?:共)?主动公开件?#', ITEMS),
  rule(text('items-disclosed'), '(?<=^|[,;:。])政府信息(?:共|累计)#', ITEMS),
  rule(text('items-disclosed'), `主动公开(?:的|各类|各项|本级)*${ADDED}(?:信息|文件|(?:相关|各类)内容)(?:公开)?(?:~{0,4}|数\\([^()\\d]*\\))#`, ITEMS),
  rule(text('items-disclosed'), `(?:公开|发布|公布|公示|更新|变更)${ADDED}信息(?:公开|发布)?(?:总数|数)?(?:共计|共|累计)?#`, ITEMS),
  rule(text('items-disclosed'), '(?:公开|发布|公布|公示)~{0,10}(?:政府|政务)信息~{0,4}#', ITEMS),
  rule(text('items-disclosed'), `主动公开#(?:${ADDED})信息`, ITEMS),
  rule(text('items-disclosed'), '(?:政府|政务)?信息(?:共|累计)?主动公开#', ITEMS),
  rule(text('items-disclosed'), `主动公开${ADDED}信息\\d+[项类]#`, ITEMS),
  rule(text('items-disclosed'), '(?:发布|公开)#的?主动公开的?(?:政府|政务)?信息', ITEMS),
  rule(text('items-disclosed'), '主动公开(?!其)~{2,14}[及和](?:工作)?动态信息#', ITEMS),
  rule(text('items-disclosed'), '主动公开政府信息(?:总数|数)?#', '个'),
  rule(text('items-disclosed'), `(?:主动公开|(?:累计|共|共计)(?:发布|公开))~{2,60}等${OF_KINDS}信息(?:共计|共|累计|合计)?#`, ITEMS),
  rule(text('items-disclosed'), `(?:发布|公开)~{2,60}等(?:各方面)?${OF_KINDS}信息(?:共计|合计|累计)#`, ITEMS),
  rule(text('items-disclosed'), '(?<=^|[,;。年度])信息(?:更新|发布)(?:总量|量|数量|数)?#', ITEMS),
  rule(text('items-disclosed'), '(?<=信息\\d+[条篇件],)(?:共计|合计|总计)(?:更新|发布|公开)#', ITEMS),
  rule(text('items-disclosed'), '(?<!^|[,、;:])信息公开(?:发布)?(?:共|共计|总数|数量)?#', ITEMS),
]
