/** What organs are for, in the words that their names are made of. */
const TASKS =
  '发展 改革 教育 体育 科学 科技 技术 工业 信息 信息化 信息技术 经济 经济信息化 经信 发改 公安 民政 司法 财政 人力 人力资源 人社 社会 社会保障 社会保险 社会工作 保障 自然 自然资源 国土 资源 规划 生态 生态环境 环境 环境保护 住房 城乡 建设 城市 城镇 都市 村镇 管理 监督 监管 综合 行政 执法 行政执法 城管 交通 运输 公路 道路 铁路 航空 港航 航道 港口 海事 水利 水务 防汛 抗旱 农业 农村 农牧 农林 农机 农垦 畜牧 兽医 渔业 海洋 水产 林业 草原 林草 园林 绿化 市容 环卫 商务 商业 商贸 投资 促进 招商 引资 合作 经济合作 贸易 对外 文化 旅游 文旅 广播 电视 广电 电影 新闻 出版 版权 文物 遗产 文学 艺术 卫生 健康 卫健 计划 生育 疾病 预防 控制 退役 军人 退役军人 事务 应急 安全 生产 审计 市场 质量 食品 药品 医疗 医保 统计 调查 信访 扶贫 开发 乡村 振兴 机关 数据 大数据 电子 政务 政府 服务 政务服务 审批 公共 公共资源 交易 外事 侨务 港澳 台湾 民族 宗教 金融 地方 粮食 物资 储备 能源 防空 人民防空 人防 知识 产权 知识产权 档案 史志 方志 地震 气象 消防 救援 税务 国有 国有资产 国资 资产 监察 法制 口岸 邮政 烟草 专卖 通信 无线电 机构 编制 接待 住房公积金 公积金 移民 水库 供销 合作社 残疾人 妇女 工商 工商业 工商行政 物价 价格 安监 征收 征地 拆迁 房屋 房产 不动产 登记 市政 公用 事业 产业 企业 中小企业 民营 营商 创新 人才 就业 劳动 老龄 老干部 党史 研究 研究室 法律 警察 交警 巡警 特警 红十字'
/** Zones without a name of their own. */
const ZONES = '开发区 高新区 新区 园区 工业区 工业园 产业园 示范区 保税区 度假区 试验区 实验区 合作区 风景 名胜区 风景区 管理区 集聚区 经开区'
const KINDS = '局|厅|[委院处站所社馆]|委员会|办|办公[厅室]|管委会|(?:人民)?政府(?:办公[厅室])?|(?:街道)?办事处|中心|分局|[支大总]队|联合会|协会|总工会|红十字会'

const WORDS = [...TASKS.split(' '), ...ZONES.split(' ')]
/** How words end, and so how a name may begin that the end of a line cut. */
const ENDS = [...new Set([...WORDS, '人民政府', '街道办事处', '委员会', '管委会'].flatMap((word) => [...word].slice(1).map((_, at) => word.slice(at + 1))))]
const ORGAN = `(?:${WORDS.join('|')}|[和与及暨、])*(?:${KINDS})`
const WHOLE = new RegExp(`^(?![和与及暨、])${ORGAN}$`)
const BARE = new RegExp(`^(?:${ENDS.join('|')})?${ORGAN}$`)

/** Whether words are what an organ of some place is called, and say nothing of whose it is: 水利局, 发展和改革委员会, 开发区管理委员会. */
export const isOrgan = (words: string): boolean => WHOLE.test(words)

/** Whether a name says nothing of whose organ it is; one that begins in mid-word, as 人事务局, does not either. */
export const isBare = (name: string): boolean => BARE.test(name)
