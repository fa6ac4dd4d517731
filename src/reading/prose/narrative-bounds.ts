import type { FigureId } from '@/domain/figure'

/** What makes a number one of another matter than its figure's: words of its clause up to it, before the clause, and right behind it. */
interface Bound {
  readonly figures: RegExp
  readonly clause?: RegExp
  /** Words of the sentence before its clause. */
  readonly before?: RegExp
  readonly behind?: RegExp
  /** Words anywhere in the sentence. */
  readonly within?: RegExp
}

/** Words of a site or of all channels, beside which others may be named. */
const SITES = '网站|门户|官网|平台|渠道|方式|途径'
/** Ways on which requests come. */
export const WAYS = '网络|网上|书面|线下|线上|当面|邮件|邮寄|信函|纸质|现场'
/** What all that is disclosed is called. */
const GENERAL = '主动|公开|各类|各项|政府|政务|公共|相关|有关|文字|新闻|本级|部门|发布|信息|文件|稿件|文章|内容|数据|总数|总计|共计|共|累计|合计|约|近|超过|超|达|为|到|数量|数|量|的|了'
/** Counted as something with a name of its own, not as what is disclosed. */
const ONE_CLASS = new RegExp(`(?:公开|发布|更新|公布)(?![^\\d]*(?:公开|发布|更新|公布|(?:政府|政务|各类|相关|等)信息))(?!了?(?:${GENERAL})*\\d)[^\\d]*\\d[\\d.,万]*[^\\d]*$`)
/** Channels of their own: what one names is counted by itself. */
const CHANNELS = '网站|门户|平台|微信|微博|媒体|公众号'
const BOUNDS: readonly Bound[] = [
  // What it was before it grew or fell.
  { figures: /./, clause: /[由从]/, behind: /^[^,。;\d]{0,4}(?:增[加长]?|上升|提[升高]|扩大|减少?|下?降低?)[至到]/ },
  // By how much it grew or fell.
  { figures: /^narrative\./, clause: /(?:增[加长多]|上升|提[升高]|减少?|下?降低?)[了约近达超过]*[\d.,]+[万亿千余多]*[^\d]{0,4}$/ },
  // A part of the year, or what there was on average.
  { figures: /^(?:narrative|participation)\.(?!.*average)/, clause: /(?:[上下]半年|[一二三四1-4]季度|每个?(?:季度|季(?!度)|月|周|日|半年)(?!一?[讲读问播课]|重点)|[月季周日]均)(?:(?!全年|年内|共|累计|制度)[^,”"》])*$/ },
  // Since a law, a site or another year began.
  { figures: /^(?!narrative\.followers)/, clause: /(?:(?<!新[^,]{0,6})(?:开通|上线|建站|成立|施行|实施|颁布|建立)以来|自20\d\d年以来累计)(?:(?!全年|本年|今年|20\d\d年)[^,])*$/ },
  // Of all of a region, where the organ's own stands behind it.
  { figures: /^narrative\./, clause: /^(?:20\d\d年,?)?全[省市区县州盟旗]/, behind: /^[^。;\d]{0,3}[,;][我本][局委办厅院会镇乡站][^,。;\d由经]{0,12}\d/ },
  { figures: /^requests\./, clause: /各(?:乡|镇|街道|部门|单位)[^,]*(?:收到|受理)/, behind: /^(?:(?!其中)[^。;])*(?:[我本][局委办厅院会镇乡站]|[县市区]直部门)[^,。;]*(?:收到|受理)/ },
  { figures: /^narrative\.followers/, clause: /新增(?!.*总)/ },
  // Trainings that others held.
  { figures: /^narrative\.trainings/, clause: /(?:参加|选派)(?![的并人])(?!.*(?:组织|举办|开展))/ },
  { figures: /^narrative\.trainings/, before: /参加[^,。;]{1,8}、$/, clause: /^(?!.*(?:组织|举办|开展))/ },
  // What it was about is told, and it is another matter.
  { figures: /^narrative\.trainings/, clause: /\d+(?:次|期|场|个)(?!.*(?:公开|政务|信息|业务|新媒体|专题|条例|网站|保密|平台|全[县市区镇]|系统|工作|集中|专门|内部|各类|学习|相关))[^,]{4,}培训/ },
  // Who leads is none of the staff.
  { figures: /^narrative\.staff/, clause: /组长|领导/ },
  { figures: /^narrative\.staff/, behind: /^[^,。;\d]{0,6}(?:和|、|及)\d+[名人位][^,。;\d]{0,4}[专兼]职/ },
  // Reviews, suggestions, letters and licences are no requests for information.
  { figures: /^requests\./, clause: /复议|诉讼|手续|许可证|证书|(?:代表|人大|政协)建议|提案|留言|来信(?!等)|信箱|许可|资格认定|审批/ },
  // Requests that did not come, and reviews of requests that did not come, read alike up to the last word.
  { figures: /^requests\.received\./, clause: /未|没有|无/, behind: /^[^,。;、]{0,16}(?:复议|诉讼)/ },
  // What came by one way, or from one kind of applicant, is a part.
  { figures: /^requests\.received\./, clause: new RegExp(`^(?!.*(?:未|没有|无|和|或|等|、|均)).*(?:${WAYS}|自然人|商业企业)`), within: new RegExp(`其中|(?:${WAYS})[^。]*\\d[^。]*(?:${WAYS}|快递|平台)|平台[^。]*\\d[^。]*(?:${WAYS})|(?:自然人|企业|法人|机构|组织)[^。]*\\d[^。]*(?:自然人|企业|法人|机构|组织)`) },
  { figures: /^requests\.processed\./, clause: /^(?!\D*(?:共|等|、|均))\D*(?:网络|平台|线下|线上|当面|邮件|邮寄|邮递|信函|现场)|正在/ },
  // With those carried over, or with its parts in brackets behind it, it is not the number of new ones.
  { figures: /^requests\.received\./, behind: /^\((?:其中)?(?:包?含|包括)?[^()不另]{0,14}(?:结转|转结|转入)(?![^()]{0,12}?(?<!\d)0件)|^,其中[上去][^,。;]{0,8}(?:结转|转结)(?!0件)/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, behind: /^\((?:20\d\d年|本年)?新增\d/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: /历年|申请公开|不予公开|历史累计|(?:受理|审批|许可|处罚|决定)公[示告]信息\d/ },
  { figures: /^narrative\.items-disclosed/, before: /^(?!.*(?:网站|门户|渠道)[^,。;\d]*,?[^,。;\d]*$)/, clause: new RegExp(`接收|提交|督促|指导|(?:议事|受理|评审|申报|财务|财政|党务|人事|采购|居务|村务)公开信息|^(?!.*(?:${SITES})).*(?:媒体|媒介|报刊|报纸|日报|晚报|电视|广播|公报|订阅号|服务号|抖音|视频号)`) },
  // A part of what the sentence counts before it.
  { figures: /^narrative\.items-disclosed/, before: /信息\d+[条篇件],$/, clause: /公开(?:了)?(?:主动公开)?(?:的)?(?:政府)?文件\d/ },
  { figures: /^narrative\.items-disclosed/, before: /其中,?(?:[^。;]*[,、])?$/, clause: /^(?!.*主动)/ },
  { figures: /^narrative\.items-disclosed/, clause: /^其中(?!.*(?<!法定)主动)/ },
  { figures: /^narrative\.web-items/, clause: /投诉|咨询|留言|向[^,。;]*(?:网站|平台)[^,。;]*报送/ },
  { figures: /^narrative\.web-items/, clause: /征求意见稿|各(?:种|类|级)(?:公开)?(?:平台|渠道|载体)|转[发载]/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, before: /转[发载][^,。;]{2,}$/ },
  { figures: /^narrative\.items-disclosed/, clause: /转[发载]/ },
  { figures: /^narrative\.web-items/, before: /(?:提案|建议)[^。;]*$/, clause: /^网上/ },
  // The site of what is above a county, beside its own.
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: /[省市](?:人民)?政府(?:门户)?网站/, behind: /^[^。;]*[县区](?:人民)?政府(?:门户)?网站[^,。;\d]*\d/ },
  // Since the site was opened.
  { figures: /^narrative\.(?:items-disclosed|web-)/, behind: /^[^。;\d]{0,12}(?:开通|上线|建站)(?:至今|以来)/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, before: /(?:至今|(?:开通|上线|建站|成立)以来)[^。;]{0,12}$/ },
  // Documents of one kind, not all that the site holds.
  { figures: /^narrative\.web-items/, clause: /(?:规章|规范性文件|解读|公报|标准|提案|建议|答复|专栏|专题|行政(?:许可|处罚|强制)(?:事项|决定|信息)?|(?:预决?|决)算信息)(?:共计|共|累计|达|约|近)*\d[\d.,万亿千余多]*[^\d]{0,3}$/ },
  // One class of several that are counted one behind the other: what its number counts has a name of its own.
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: ONE_CLASS, behind: new RegExp(`^[,、](?!其中|(?:发布|开展)?(?:政策)?解读|[^,。;\\d]*(?:${CHANNELS}))[^,。;\\d]{1,24}\\d+[条篇件份]`) },
  { figures: /^narrative\.(?:items-disclosed|web-)/, before: /\d[条篇件份][,、]$/, clause: new RegExp(`^(?!.*(?:${CHANNELS})).*${ONE_CLASS.source}`) },
  // One column of a site, one channel or one kind of several.
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: /(?:专栏|栏目)/, behind: /^[,、][^,。;\d]*(?:专栏|栏目)[^,。;\d]*\d/ },
  { figures: /^narrative\.items-disclosed/, before: /^(?!.*(?:网站|门户|官网)[^,。;]*$)/, clause: /(?:公告栏|公示栏|媒体)[^,。;]{0,4}等平台/ },
  { figures: /^narrative\.items-disclosed/, clause: /等其他媒体|报送/ },
  { figures: /^narrative\.items-disclosed/, clause: /(?:通过|依托|在)[^,。;\d]{2,10}[^联互]网(?:主动)?(?:公开|发布)/ },
  { figures: /^narrative\.items-disclosed/, clause: /其他(?:方式|途径|渠道|应当|依法|信息公开)/ },
  { figures: /^narrative\.items-disclosed/, before: /其他(?:方式|途径|渠道)\([^()]*\)$/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: /信息\d/, behind: new RegExp(`^余?[条篇件]?、(?![^,。;\\d]*(?:${CHANNELS}))[^,。;\\d]{2,16}信息\\d+`) },
  { figures: /^narrative\.(?:items-disclosed|web-)/, clause: /^(?!.*(?:网站|门户|官网)).*平台/, behind: /^(?:(?!其中)[^。])*网站(?:主动)?(?:公开|发布)[^,。;\d]*\d/ },
  { figures: /^narrative\.(?:items-disclosed|web-)/, before: /(?:专栏|栏目)[^,。;\d]*\d+[条篇件份],$/, clause: /(?:专栏|栏目)/ },
  // Work that was done, and answers, are nothing disclosed; nor are documents that were made.
  { figures: /^narrative\.(?:items-disclosed|social-|web-)/, clause: /(?:办理|受理|处理|办结)\d/ },
  { figures: /^narrative\.web-/, clause: /回应/ },
  { figures: /^narrative\.web-/, behind: /^次?\([^()\d]{0,6}解读\d/ },
  { figures: /^narrative\.items-disclosed/, clause: /等(?:重大|重点)?栏目|(?:印发|制发|制定)[^,]*文件/ },
  // Documents by how they may be disclosed, not requests by how they ended.
  { figures: /^requests\.refused\./, before: /依申请公开\d+[件条份篇][,、]$/ },
  // Reviews that an organ decides beside its other work.
  { figures: /^narrative\.reviews/, before: /行政(?:许可|处罚|强制|检查)[^。;]*$/ },
  // That none was lost does not say that there was none.
  { figures: /^narrative\.(?:reviews|suits)/, behind: /^[^,。;]{0,12}(?:败诉|纠错)/ },
  // Interpretations beside documents in one number, and those of others.
  { figures: /^narrative\.interpretations/, before: /(?:法规|公文|文件|动态|公告)、$/, clause: /^(?:政策)?解读/ },
  { figures: /^narrative\.interpretations/, clause: /转发|转载/ },
  { figures: /^narrative\.interpretations/, before: /转[发载][^,。;]*、$/ },
  { figures: /^narrative\.interpretations/, clause: /(?:公文|文件|档案|动态|公告)[和及、](?:政策)?解读/ },
  // One kind of several, each with its number.
  { figures: /^narrative\.interpretations/, clause: /(?:文字|图文|图解|图片|视频|音频|动漫|漫画|H5|专家|媒体)\D{0,4}解读/, behind: /^[,、][^,。;\d]*解读[^,。;\d]*\d/ },
  { figures: /^narrative\.interpretations/, before: /解读[^,。;\d]*\d+[条篇件份个期]次?[,、][^\d。;]*$/, clause: /^(?!.*(?:全年|年内|共|累计|合计))/ },
  // Fields of a catalogue, media of a whole region, and what interprets a document are none of these.
  { figures: /^narrative\.catalogue-items/, clause: /\d个[^,\d]{0,4}领域/ },
  { figures: /^narrative\.items-disclosed/, clause: /^(?!.*(?:网站|门户)).*融媒体/ },
  { figures: /^narrative\.policies/, clause: /解读/ },
  // Followers are people; posts stand on accounts.
  { figures: /^narrative\.followers/, behind: /^[条件篇项次个期份]/ },
  { figures: /^narrative\.social-posts/, clause: /网站|门户|官网|外网|报纸|报刊|电视/ },
  { figures: /^participation\.messages\.received/, clause: /评论|私信/ },
  // Several mailboxes, each with its number.
  { figures: /^participation\.messages\.received/, clause: /信箱/, behind: /^,[^,。;\d]*信箱[^,。;\d]*\d/ },
  { figures: /^participation\.messages\.received/, before: /信箱[”"]?\d+件,[^。]*$/, clause: /来信|留言/ },
  { figures: /^participation\.messages\.received/, before: /信箱[^,。;\d]*\d+[件封条],$/, clause: /信箱/ },
  { figures: /^participation\.messages\./, clause: /依申请公开|信息公开申请|申请的/ },
  { figures: /^participation\.messages\.answered/, before: /(?:依申请公开|公开申请)[^。;]*$/, clause: /^(?!.*(?:留言|来信|信件|信箱))/ },
  // A notice of comments that were adopted.
  { figures: /^participation\.consultations\.adopted/, before: /公[告示]、$/ },
  // Interviews and press conferences in one number.
  { figures: /^participation\.interviews/, before: /(?:发布会|直播)[及和、与][^,。;]*$/ },
  { figures: /^participation\.interviews/, clause: /(?:发布会|直播)[及和与]/ },
  // A draft that was published for comments.
  { figures: /^participation\.consultations\.comments/, clause: /公开[^,]*征求|征求意见稿/ },
  // Of what an account published.
  { figures: /^narrative\.visits/, before: /(?:微信|公众号|推文|抖音|微博|视频号)(?:(?!网站|门户)[^。;])*,$/, clause: /^(?!.*(?:网站|门户|官网|平台))/ },
  // A way to work, not a channel to the public.
  { figures: /^narrative\.(?:social-posts|items-disclosed)/, clause: /工作群|(?:微信|QQ|qq)群/ },
  // What others wrote, posts of one kind, and those that go out by telephone.
  { figures: /^narrative\.social-posts/, clause: /短信|解读(?![、和及])|评论|留言|私信|^(?!.*(?:发布|和|及|、)转[载发]).*转[载发](?!(?:和|及|、)?发布)/ },
  { figures: /^narrative\.social-posts/, clause: /[,(]其中(?![^,。;\d]*(?:微信|微博|公众号|抖音|头条号|视频号|新媒体))[^,。;\d]*\d[\d.万]*[^\d]*$/ },
  { figures: /^narrative\.social-posts/, clause: /开通(?:至今|以来)/ },
  { figures: /^narrative\.social-posts/, clause: /原创/, behind: /^,转[载发]/ },
  { figures: /^narrative\.social-posts/, clause: /^(?!.*(?:微信|微博|公众号|新媒体)(?:推出|开设|设置|设立)).*(?:专栏|栏目)(?!.*(?:微信|微博|公众号|新媒体))/ },
  // An account, or a column of a site, by its name.
  { figures: /^narrative\.items-disclosed/, clause: /”(?:栏目|专栏|板块|平台)?(?:共|累计|全年)*(?:发布|推送)/ },
  // A part of the sum behind it.
  { figures: /^narrative\.items-disclosed/, behind: /^,(?:共计|合计|总计)(?:更新|发布|公开)\d/ },
  // Those answered in time, beside others; one way of several, and work that is none of requests.
  { figures: /^requests\.processed\./, clause: /按[时期]办结/, behind: /^,(?:延期|逾期)办结/ },
  { figures: /^requests\.processed\./, clause: /^(?:延期|逾期|尚未|未)办结/ },
  { figures: /^requests\.processed\./, before: /问题\d+件,$/ },
  { figures: /^requests\.processed\./, behind: /^、(?:纸质|线下|书面|邮寄)申请\d/ },
  { figures: /^requests\.processed\./, clause: /微博|微信|热线|诉求|投诉/ },
  // One reason of several, not all that were answered.
  { figures: /^requests\.processed\./, clause: /等?(?:情形|原因)|(?:结转|转结)办理\d+[^\d]*$/ },
]
const CLAUSE_ENDS = [',', '。', ';', '、', ')', '...'] as const
/** Of an answer to all requests nothing may say that there are others. */
const OTHERS = /结转|转结|纸质|线下|另/

/** None was carried over. */
const NONE_OVER = /无(?:上一?年度?)?(?:结转|转结)/g

/** Whether the words around a number, from `from` to `to` with what led to it, make it one of another matter than the figure's. */
export function isOfOther(figure: FigureId, sentence: string, from: number, to: number): boolean {
  const start = Math.max(...CLAUSE_ENDS.map((sign) => sentence.lastIndexOf(sign, from - 1))) + 1
  const [clause, behind] = [sentence.slice(start, to), sentence.slice(to)]
  return BOUNDS.some((bound) => bound.figures.test(figure) && (bound.clause?.test(clause) ?? true) && (bound.before?.test(sentence.slice(0, start)) ?? true) && (bound.behind?.test(behind) ?? true) && (bound.within?.test(sentence) ?? true))
}

/** Whether the sentence up to a number speaks of other requests than those that came in. */
export const hasOthers = (sentence: string, to: number): boolean => OTHERS.test(sentence.slice(0, to).replace(NONE_OVER, ''))
