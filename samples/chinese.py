# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the sample workbooks in Simplified Chinese; one that is missing stops the build."""

CSM = {
    "Customer satisfaction measurement": "顾客满意度测评",
    "A sheet for each step": "每个步骤一张工作表",
    "Goals": "目标", "Research plan": "研究计划", "Factors": "影响因素", "Questionnaire": "问卷",
    "Sampling plan": "抽样计划", "Pretest": "预调查", "Data": "数据", "Analysis": "分析", "Use": "应用",
    "Improve": "改进",
    "Tangibles": "有形性", "Reliability": "可靠性", "Responsiveness": "响应性", "Assurance": "保证性",
    "Empathy": "移情性",
    # the 22 items
    "Excellent {t} have modern equipment.": "优秀的{t}拥有现代化的设备。",
    "{c} has modern equipment.": "{c}拥有现代化的设备。", "Equipment": "设备",
    "The premises of excellent {t} are pleasant to look at.": "优秀的{t}的场所看上去令人愉快。",
    "The premises of {c} are pleasant to look at.": "{c}的场所看上去令人愉快。", "Premises": "场所",
    "The staff of excellent {t} look neat.": "优秀的{t}的员工仪表整洁。",
    "The staff of {c} look neat.": "{c}的员工仪表整洁。", "Neat staff": "仪表整洁",
    "Printed and online material of excellent {t} is appealing.": "优秀的{t}的印刷和网上资料有吸引力。",
    "Printed and online material of {c} is appealing.": "{c}的印刷和网上资料有吸引力。",
    "Material": "资料",
    "Excellent {t} do what they promised by the time they promised it.":
        "优秀的{t}在承诺的时间内做到所承诺的事。",
    "{c} does what it promised by the time it promised it.": "{c}在承诺的时间内做到所承诺的事。",
    "Promises kept": "信守承诺",
    "When a customer has a problem, excellent {t} show a real interest in solving it.":
        "顾客遇到问题时，优秀的{t}真心帮助解决。",
    "When I have a problem, {c} shows a real interest in solving it.": "我遇到问题时，{c}真心帮助解决。",
    "Interest in problems": "关心问题",
    "Excellent {t} get it right the first time.": "优秀的{t}第一次就把服务做对。",
    "{c} gets it right the first time.": "{c}第一次就把服务做对。", "Right first time": "一次做对",
    "Excellent {t} serve at the time they said.": "优秀的{t}按说好的时间提供服务。",
    "{c} serves at the time it said.": "{c}按说好的时间提供服务。", "On time": "准时",
    "Excellent {t} keep records without mistakes.": "优秀的{t}的记录没有差错。",
    "{c} keeps records without mistakes.": "{c}的记录没有差错。", "Faultless records": "记录无误",
    "Excellent {t} tell customers when a service will be done.": "优秀的{t}告诉顾客何时提供服务。",
    "{c} tells me when a service will be done.": "{c}告诉我何时提供服务。", "Tells when": "告知时间",
    "The staff of excellent {t} serve promptly.": "优秀的{t}的员工服务及时。",
    "The staff of {c} serve promptly.": "{c}的员工服务及时。", "Prompt": "及时",
    "The staff of excellent {t} are always willing to help.": "优秀的{t}的员工总是乐于帮助。",
    "The staff of {c} are always willing to help.": "{c}的员工总是乐于帮助。", "Willing to help": "乐于帮助",
    "The staff of excellent {t} are never too busy to answer.": "优秀的{t}的员工再忙也会答复。",
    "The staff of {c} are never too busy to answer.": "{c}的员工再忙也会答复。", "Never too busy": "再忙也答复",
    "The behaviour of the staff of excellent {t} gives confidence.": "优秀的{t}的员工的举止使人信任。",
    "The behaviour of the staff of {c} gives me confidence.": "{c}的员工的举止使我信任。",
    "Confidence": "使人信任",
    "Customers of excellent {t} feel safe in their dealings.": "优秀的{t}的顾客在交易中感到安全。",
    "I feel safe in my dealings with {c}.": "我与{c}打交道时感到安全。", "Safe": "安全",
    "The staff of excellent {t} are always polite.": "优秀的{t}的员工总是有礼貌。",
    "The staff of {c} are always polite.": "{c}的员工总是有礼貌。", "Polite": "礼貌",
    "The staff of excellent {t} know enough to answer questions.": "优秀的{t}的员工有足够的知识回答问题。",
    "The staff of {c} know enough to answer my questions.": "{c}的员工有足够的知识回答我的问题。",
    "Knowledge": "知识",
    "Excellent {t} give customers individual attention.": "优秀的{t}给予顾客个别的关注。",
    "{c} gives me individual attention.": "{c}给予我个别的关注。", "Individual attention": "个别关注",
    "The hours of excellent {t} suit all their customers.": "优秀的{t}的营业时间方便所有顾客。",
    "The hours of {c} suit me.": "{c}的营业时间方便我。", "Hours": "营业时间",
    "The staff of excellent {t} care for each customer in person.": "优秀的{t}的员工亲自关心每位顾客。",
    "The staff of {c} care for me in person.": "{c}的员工亲自关心我。", "Personal care": "亲自关心",
    "Excellent {t} have their customers' interest at heart.": "优秀的{t}把顾客的利益放在心上。",
    "{c} has my interest at heart.": "{c}把我的利益放在心上。", "Interest at heart": "重视利益",
    "The staff of excellent {t} understand what each customer needs.": "优秀的{t}的员工了解每位顾客的需要。",
    "The staff of {c} understand what I need.": "{c}的员工了解我的需要。", "Understands needs": "了解需要",
    "How satisfied are you with {c} overall?": "总的来说，您对{c}有多满意？",
    "To what extent does {c} meet your expectations?": "{c}在多大程度上符合您的期望？",
    "How close is {c} to the ideal?": "{c}与您的理想有多接近？",
    "How likely are you to recommend {c}? (0 to 10)": "您有多大可能推荐{c}？（0 至 10）",
    # steps
    "Step 1: goals": "第 1 步：目标",
    "What is to be known, and what will be done with it. Overwrite the shaded examples. The name of the company and its trade stand on the sheet Questionnaire.":
        "要知道什么，知道后做什么。请改写带底色的例子。公司名称和行业写在“问卷”工作表上。",
    "Goal": "目标", "What we want to decide with it": "据此要决定什么", "Who decides": "由谁决定",
    "What determines our customers' satisfaction": "什么决定顾客的满意",
    "Where to put next year's money": "明年的资金投向哪里",
    "How satisfied they are now": "目前的满意水平", "Whether last year's target was reached": "去年的目标是否达到",
    "Where there are opportunities for improvement": "哪里有改进的机会",
    "Which three projects to begin": "先开展哪三个项目",
    "What complaints and suggestions tell": "从抱怨和建议中得到的意见",
    "How to change the complaint system": "怎样改进投诉系统",
    "How satisfaction moves over time": "满意度随时间的变化", "When to measure again": "何时再次测评",
    "Step 2: research plan": "第 2 步：研究计划",
    "The ten steps of the measurement, what each needs, by whom and by when; each has its sheet in this workbook.":
        "测评的十个步骤，各需要什么，由谁、何时完成；每一步在本工作簿中有一张工作表。",
    "Step": "步骤", "What is done": "做什么", "Who": "负责人", "By when": "完成日期",
    "1 Goals": "1 目标", "Agree what is to be decided with the result": "商定结果用于决定什么",
    "2 Research plan": "2 研究计划", "Agree on method, cost and dates": "商定方法、费用和日期",
    "3 Factors": "3 影响因素",
    "Find what customers care about: talks, complaints, earlier studies": "找出顾客关心什么：访谈、抱怨、以往的研究",
    "4 Questionnaire": "4 问卷",
    "Word the questions: what is expected, what is perceived": "拟定问题：期望什么，感知什么",
    "5 Sampling plan": "5 抽样计划", "Decide whom to ask, and how many": "决定问谁，问多少人",
    "6 Pretest": "6 预调查",
    "Ask thirty; look for what is not understood; check the scales": "先问三十人；找出不易理解之处；检验量表",
    "7 Data": "7 数据", "Ask; enter the answers, blanks for what was not answered": "调查；录入回答，未答处留空",
    "8 Analysis": "8 分析", "Gaps, satisfaction index, segments": "差距、满意度指数、顾客群体",
    "9 Use": "9 应用", "Report; tell staff and customers; look after complaints": "报告；告知员工和顾客；处理抱怨",
    "10 Improve": "10 改进",
    "Begin with what matters most and is worst; measure again": "从最重要而最差之处开始；再次测评",
    "Step 3: factors": "第 3 步：影响因素",
    "What shapes satisfaction, where to look for it, and the dimension of the questionnaire that asks for it.":
        "什么影响满意，从哪里看出来，以及问卷中询问它的维度。",
    "Factor": "因素", "What customers say about it": "顾客怎么说", "Dimension": "维度",
    "Expected performance of product or service": "对产品或服务表现的期望",
    "They do what they said": "说到做到", "Experience: surroundings": "体验：环境",
    "A pleasant place, in good order": "舒适整洁的地方", "Experience: contact with staff": "体验：与员工的接触",
    "Somebody comes at once, and is polite": "马上有人来，而且有礼貌", "Experience: skill of staff": "体验：员工的技能",
    "They know what they are talking of": "他们懂行", "Care after the purchase": "售后的关怀",
    "They call to ask how it works": "他们打电话来问用得怎样", "Image of product and company": "产品和公司的形象",
    "One hears good things of them": "口碑好",
    "Way to raise satisfaction": "提高满意度的途径", "What we do today": "我们现在做的",
    "What we will do": "我们将要做的", "Communication: promise what is kept": "沟通：承诺做得到的", "Brand": "品牌",
    "Innovation of products": "产品创新", "Quality of staff": "员工素质", "Social responsibility": "社会责任",
    "Step 4: questionnaire": "第 4 步：问卷",
    "Each statement is asked twice, from 1 (not at all) to 7 (completely): first what an excellent one should do, then what ours does. Shaded cells are yours to change.":
        "每个陈述问两次，从 1（完全不）到 7（完全）：先问优秀者应当如何，再问我们做得如何。带底色的单元格由您修改。",
    "Company": "公司", "our company": "本公司", "df 1": "自由度 1", "df 2": "自由度 2", "Trade (in the plural)": "行业", "companies": "公司",
    "Item": "题项", "Short name": "简称", "Expectation (E)": "期望（E）", "Perception (P)": "感知（P）",
    "From 1 to 10": "1 至 10",
    "The dimension of each item. An item without one is left out of the dimensions.":
        "每个题项的维度。没有维度的题项不计入维度。",
    # data
    "Respondent": "受访者", "Segment": "群体", "Business": "企业", "Private": "个人",
    "INVENTED answers. Delete the contents of the rows below this one and paste your own, a row for each respondent, as many as there are. No formula needs a change.":
        "虚构的回答。请删除下面各行的内容，粘贴您自己的数据，每位受访者一行，人数不限。无需修改任何公式。",
    "Expectations, E1 to E22, from 1 to 7. A blank cell is a missing answer.":
        "期望 E1 至 E22，1 至 7。空白单元格为缺失的回答。",
    "Perceptions, P1 to P22, of the same respondents.": "同一批受访者的感知 P1 至 P22。",
    # sampling plan
    "How many customers to ask": "第 5 步：问多少顾客", "Shaded cells are yours to change.": "带底色的单元格由您修改。",
    "Margin of error (share, half the interval)": "误差范围（比例，区间的一半）", "Confidence level": "置信水平",
    "Share expected (0.5 if unknown)": "预期比例（未知时 0.5）", "Customers in all": "顾客总数",
    "Design effect (1: simple random sample)": "设计效应（1：简单随机抽样）",
    "Share of those asked who answer": "被访者中回答的比例", "Answers needed": "需要的回答数",
    "Customers to be invited": "需要邀请的顾客数", "Margin if all invited answer": "所有被邀请者都回答时的误差范围",
    "SQ.SAMPLESIZE(margin; level; share; population; design effect).":
        "SQ.SAMPLESIZE（误差范围；置信水平；比例；总体；设计效应）。",
    "Stratum": "层", "Customers": "顾客数", "SD of the index": "指数的标准差",
    "Private, city": "个人，城市", "Private, country": "个人，乡村", "Business, small": "企业，小",
    "Business, large": "企业，大",
    "The standard deviation of the answer, from an earlier survey; where it is large, ask more.":
        "以往调查中回答的标准差；标准差大的层要多问。",
    "One array formula: SQ.STRATA(names and sizes; n; standard deviations). Proportional: in proportion to the size. Optimal: Neyman's, the most exact mean.":
        "一个数组公式：SQ.STRATA（名称与大小；n；标准差）。按比例：按层的大小。最优：Neyman 分配，均值最精确。",
    # pretest
    "Step 6: pretest": "第 6 步：预调查",
    "The first thirty respondents on the sheet Data: what is wrong with their answers, and whether the scales hold together (α above 0.7 is usually wanted).":
        "“数据”工作表上的前三十位受访者：他们的回答有什么问题，量表是否一致（通常希望 α 大于 0.7）。",
    "Expectations": "期望", "Perceptions": "感知", "%1: findings: %2": "%1：%2 项发现",
    "One array formula: SQ.CHECK(answers; 1; 7).": "一个数组公式：SQ.CHECK（回答；1；7）。",
    # analysis
    "Step 8: analysis": "第 8 步：分析", "Satisfaction index (0 to 100)": "满意度指数（0 至 100）", "Level": "级别",
    "Very satisfied (9 and 10)": "很满意（9 和 10）", "Net promoter score": "净推荐值", "Service gap": "服务差距",
    "Weakest dimension": "最弱的维度",
    "One array formula: SQ.GAP.DIMENSIONS(expectations; perceptions; dimensions).":
        "一个数组公式：SQ.GAP.DIMENSIONS（期望；感知；维度）。",
    "Expectations and perceptions": "期望与感知", "Mean (1 to 7)": "均值（1 至 7）", "Gap by dimension": "各维度的差距",
    "Perception − expectation": "感知 − 期望",
    "One array formula: SQ.GAP.GROUPS(expectations; perceptions; segment; dimensions), with room for two segments, Welch's test and a remark.":
        "一个数组公式：SQ.GAP.GROUPS（期望；感知；群体；维度），可容纳两个群体、Welch 检验和说明。",
    # use
    "Step 9: use": "第 9 步：应用",
    "Who is told what; what retention and money hang on it; and how good the complaint system is.":
        "告诉谁什么；关系到多少保留率和金钱；投诉系统有多好。",
    "Who is told": "告诉谁", "When": "何时", "What": "什么", "Management": "管理层",
    "Index, gaps, priorities": "指数、差距、优先事项", "Staff": "员工", "What customers praised, too": "也包括顾客的表扬",
    "Customers who answered": "回答了问卷的顾客", "What will change, and thanks": "将有何改变，并致谢",
    "Retention and money": "保留率与金钱", "Expected retention": "预期保留率",
    "Margin a customer brings in a year": "一位顾客一年带来的毛利", "Discount rate a year": "年折现率",
    "Lifetime value of a customer": "一位顾客的终身价值",
    "Cost of the customers lost in a year": "一年中流失顾客的代价",
    "The complaint system: 0 no, 1 partly, 2 yes": "投诉系统：0 否，1 部分，2 是", "Points": "分",
    "Complaining is easy, by many ways": "投诉渠道多而方便", "A person answers quickly and by name": "有人迅速并具名答复",
    "Nobody argues about papers": "不为单据争执", "Staff may settle it themselves": "员工有权自行解决",
    "Staff are trained for it and well placed": "员工受过培训且安排得当",
    "There is a database of customers": "有顾客数据库",
    "Contact is kept until it is solved": "保持联系直到解决", "Top management takes it for its duty": "最高管理层视为己任",
    "Points of 16": "得分（满分 16）",
    "Why customers stay silent: the trouble, not knowing where, no hope of change, habit. What they seek: respect, relief, compensation.":
        "顾客为何沉默：麻烦、不知向谁说、认为无望改变、习惯与性格。他们寻求：尊重、宣泄、补偿。",
    # improve
    "Step 10: improve": "第 10 步：改进",
    "The ten items that fall short of expectation most, the worst first. Write down what will be done, by whom and by when; then measure again.":
        "与期望差距最大的十个题项，最差的在前。写下将做什么、由谁、何时完成；然后再次测评。",
    "Order": "次序", "Expectation": "期望", "Perception": "感知", "Gap": "差距", "What will be done": "将做什么",
    "The ten largest shortfalls": "差距最大的十项",
}

KIOSK = {
    "Service quality of kiosks": "自助机的服务质量",
    "Expectations and perceptions of 211 respondents": "211 位受访者的期望与感知",
    "Report": "报告", "Items": "题项", "Ranking": "排序", "Gaps 1–4": "差距1–4", "Questionnaire": "问卷",
    "Data": "数据", "Provider (invented)": "服务方（虚构）",
    "Each item is asked twice: what a kiosk should do (E), and what it does (P); both from 1 to 7. "
    "Write the dimension of each item into the shaded cells; an item without one is left out of the "
    "dimensions.":
        "每个题项问两次：自助机应当怎样（E）和实际怎样（P），都是 1 到 7 分。"
        "请在有底色的单元格中填写每个题项的维度；没有维度的题项不计入各维度。",
    "Item": "题项", "Short name": "简称", "Statement": "陈述", "Dimension": "维度",
    "Usefulness": "有用性", "Tangibles": "有形性", "Control": "可控性", "Economy": "经济性",
    "Convenience": "便利性", "Security": "安全性", "": "",
    "Selections carried out": "按选择执行",
    "A kiosk carries out exactly what the user has selected.": "自助机准确执行使用者的选择。",
    "Entries processed correctly": "输入处理正确",
    "A kiosk processes correctly what the user enters while ordering and paying.":
        "自助机正确处理使用者在点单和付款时的输入。",
    "Information needed is given": "提供所需信息",
    "A kiosk gives the information that the task requires.": "自助机提供操作所需的信息。",
    "Screen is interesting": "屏幕有趣",
    "The screen is made interesting by colour, animation and other effects.":
        "屏幕以色彩、动画等效果使人感兴趣。",
    "Touch screen is fun": "触屏好玩", "The touch screen is fun to use.": "触摸屏用起来有乐趣。",
    "Ordering is enjoyable": "点单愉快",
    "Ordering and paying at a kiosk is enjoyable.": "在自助机上点单和付款令人愉快。",
    "Usable without help": "无需帮助",
    "A kiosk can be used without help from people nearby.": "不靠旁人帮助也能使用自助机。",
    "Own choice of service": "自选服务",
    "Customers can choose the service that they want by themselves.": "顾客可以自己选择想要的服务。",
    "Available at any time": "随时可用",
    "Customers can use a kiosk whenever they want to.": "顾客想用时就能用自助机。",
    "Shorter wait": "等候更短",
    "A kiosk shortens the wait before the service begins.": "自助机缩短了服务开始前的等候。",
    "Less time in all": "总时间更短",
    "A kiosk shortens the whole time of the service, waiting included.":
        "自助机缩短了包括等候在内的全部服务时间。",
    "Low prices and fees": "价格低廉",
    "Prices and fees are low in places that use kiosks.": "使用自助机的地方价格和费用较低。",
    "Choice of payment": "付款方式多",
    "A kiosk offers the ways of ordering and paying that each person wants.":
        "自助机提供每个人想要的点单和付款方式。",
    "Enough time to finish": "时间充足",
    "A kiosk leaves each person enough time to order and pay.": "自助机给每个人足够的时间点单和付款。",
    "Choice of language": "可选语言", "A kiosk lets each person choose the language.": "自助机可以选择语言。",
    "Easy to go back": "返回方便",
    "It is easy to return to the previous screen to change a selection.":
        "可以方便地回到上一屏更改选择。",
    "Simple steps": "步骤简单",
    "Ordering and paying at a kiosk is simple and takes few steps.":
        "在自助机上点单和付款简单，步骤少。",
    "Less burden than staff": "比人工轻松",
    "A kiosk is less of a burden than being served by staff.": "用自助机比由员工服务负担更小。",
    "Hidden from bystanders": "旁人看不到",
    "A kiosk keeps passwords, card and phone numbers from the eyes of people nearby.":
        "自助机不让旁人看到密码、卡号和电话号码。",
    "Data kept safe": "数据安全",
    "A kiosk keeps personal data safely and without risk of a leak.":
        "自助机安全保存个人数据，没有泄露风险。",
    "Data not used elsewhere": "数据不作他用",
    "Personal data and purchases are not used where the customer does not want it.":
        "个人数据和购买记录不会用于顾客不愿意的地方。",
    "Attractive appearance": "外观吸引人", "The outside of a kiosk is attractive.": "自助机的外观吸引人。",
    "Exact, fast touch": "触控准确快速",
    "The touch screen responds exactly and quickly.": "触摸屏反应准确、迅速。",
    "Pleasant voice guidance": "语音提示悦耳",
    "A kiosk gives spoken guidance with a pleasant voice and volume.":
        "自助机以悦耳的声音和适当的音量给出语音提示。",
    "The short names stand in the tables and charts of items. Overwrite them with those of your "
    "questionnaire.": "简称用于题项的表格和图表。请改写为您问卷的简称。",
    "One dimension for each item; the report has a row for each, in the order in which they first "
    "appear here. There is room for six.":
        "每个题项一个维度；报告按它们在此首次出现的顺序，每个维度一行，最多六个。",
    "Respondent": "受访者",
    "Your own survey: delete the contents of the rows below this one and paste yours, a row for each "
    "respondent, as many as there are. No formula needs a change.":
        "您自己的调查：删除本行以下的内容并粘贴您的数据，每位受访者一行，多少行都可以。公式无需改动。",
    "Expectations, E1 to E24: paste the answers below. A blank cell is a missing answer; the first "
    "row stays.": "期望，E1 至 E24：把答案粘贴在下面。空单元格为缺失答案；首行保留。",
    "Perceptions, P1 to P24: the answers of the same respondents, in the same rows as their "
    "expectations.": "感知，P1 至 P24：同一批受访者的答案，与其期望在相同的行。",
    "INVENTED, as an illustration. Put here what managers believe that customers expect: a row for "
    "each manager, a column for each item.":
        "虚构，仅作示意。请在此填写管理者认为顾客期望什么：每位管理者一行，每个题项一列。",
    "INVENTED, as an illustration. Put here the level that the service standards ask for: a row for "
    "each judge of the standards.":
        "虚构，仅作示意。请在此填写服务标准要求的水平：每位标准评判者一行。",
    "INVENTED, as an illustration. Put here the level that was delivered: a row for each test visit "
    "or for each employee asked.":
        "虚构，仅作示意。请在此填写实际提供的水平：每次神秘顾客访问或每位受访员工一行。",
    "INVENTED, as an illustration. Put here the level that advertising and staff promise: a row for "
    "each judge of what is said.":
        "虚构，仅作示意。请在此填写广告和员工承诺的水平：每位评判者一行。",
    "INVENTED": "虚构",
    "The kiosk survey asked customers only. All figures on this sheet are invented, to show Gaps 1 "
    "to 4 at work. Up to 999 rows are read.":
        "自助机调查只询问了顾客。本表的数字全部是虚构的，用来演示差距 1 至 4。最多读取 999 行。",
    "Kiosks: where perceptions fall short of expectations": "自助机：感知在哪里低于期望",
    "Perceptions fall short of expectations in %1 of %2 dimensions (at the 5 % level). The gap is widest for %3 (%4) and "
    "narrowest for %5 (%6).": "%2 个维度中有 %1 个的感知低于期望（5% 显著性水平）。差距最大的是%3（%4），最小的是%5（%6）。",
    "respondents,": "位受访者，其中",
    "of them with answers · ratings from 1 to 7 · gap = perception − expectation · intervals at 95 %":
        "位有答案 · 评分 1 至 7 · 差距 = 感知 − 期望 · 95% 置信区间",
    "One array formula: SQ.GAP.DIMENSIONS(expectations; perceptions; dimensions). The three names "
    "stand for ranges on the sheets Data and Questionnaire: paste your survey there.":
        "一个数组公式：SQ.GAP.DIMENSIONS(expectations; perceptions; dimensions)。"
        "三个名称代表“数据”和“问卷”工作表上的区域：请把您的调查粘贴在那里。",
    "Expectations and perceptions by dimension": "各维度的期望与感知",
    "Mean rating (scale 1 to 7)": "平均评分（1 至 7 分）",
    "Gap by dimension, with 95 % intervals": "各维度的差距与 95% 置信区间",
    "Perception − expectation (scale points)": "感知 − 期望（分）",
    "t, p: paired test of a gap of 0. Weight: share of a dimension in the overall gap; contribution: "
    "weight × gap. α: Cronbach's alpha of the items of a dimension. Items that belong to no "
    "dimension are not counted. Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, "
    "MIT licence.":
        "t、p：差距为 0 的配对检验。权重：维度在总体差距中的份额；贡献：权重 × 差距。"
        "α：维度内题项的克朗巴赫 α。不属于任何维度的题项不计入。"
        "调查：github.com/hanakim120/kiosk-servqual-research，© 2022 Hana，MIT 许可证。",
    "Every item: expectation, perception and gap": "每个题项：期望、感知与差距",
    "t, p: paired test of a gap of 0; p (Holm): the same, adjusted for 24 tests. d: gap in standard "
    "deviations. Rank 1 is the widest gap.":
        "t、p：差距为 0 的配对检验；p (Holm)：按 24 次检验校正。d：以标准差计的差距。排名 1 的差距最大。",
    "One array formula: SQ.GAP.ITEMS(expectations; perceptions).":
        "一个数组公式：SQ.GAP.ITEMS(expectations; perceptions)。",
    "What the item asks": "题项内容",
    "Items by gap, the widest first": "按差距排列的题项，最大者在前",
    "Customers miss most:": "顾客最感不足的：",
    "Gap by item, with 95 % intervals": "各题项的差距与 95% 置信区间",
    "Where the service gap arises: Gaps 1 to 5": "服务差距从何而来：差距 1 至 5",
    "ILLUSTRATIVE: the survey asked customers only. What management believes, the standards, the "
    "delivery and the communications are invented figures (sheet Provider); Gaps 1 to 4 and the "
    "chain rest on them. Gap 5 alone is real.":
        "仅作示意：调查只询问了顾客。管理者的看法、标准、提供和沟通都是虚构的数字（“服务方”工作表）；"
        "差距 1 至 4 及其链条以它们为依据。只有差距 5 是真实的。",
    "One array formula: SQ.GAPS(expectations; perceptions; management; standards; delivery; "
    "communications). The last four stand on the sheet Provider: put your own figures there.":
        "一个数组公式：SQ.GAPS(expectations; perceptions; management; standards; delivery; "
        "communications)。后四项在“服务方”工作表上：请填入您自己的数字。",
    "The five gaps, with 95 % intervals (Gaps 1 to 4: invented figures)":
        "五个差距与 95% 置信区间（差距 1 至 4：虚构数字）",
    "Gap (scale points)": "差距（分）",
    "Gaps 1 to 4 compare different people, item by item; Gap 5 pairs the two answers of each "
    "respondent. Gap 1 + 2 + 3 is what the chain explains of Gap 5.":
        "差距 1 至 4 逐题比较不同的人；差距 5 配对每位受访者的两个答案。差距 1 + 2 + 3 是链条对差距 5 的解释。",
}

THESIS = dict(KIOSK, **{
    "Results of a SERVQUAL thesis": "SERVQUAL 论文的结果", "Tables and figures of the kiosk survey, as APA asks": "自助机调查的 APA 格式表和图",
    "Sample": "样本", "Normality": "正态性", "Gaps": "差距", "Items": "题项", "Groups": "分组", "Correlations": "相关",
    "Importance": "重要性", "Computed": "计算", "Table": "表", "Figure": "图", "Note.": "注：", ".": "。",
    "1 – rare": "1 – 很少", "2 – some": "2 – 有时", "3 – frequent": "3 – 经常",
    "Use of kiosks": "使用频率", "Satisfaction": "满意度", "Group": "组别", "No group": "无组别", "All": "全部",
    "Compared with": "比较对象", "Difference": "差值", "Score": "得分", "Expectation": "期望", "Perception": "感知", "Gap": "差距",
    "Expectation M": "期望 M", "Perception M": "感知 M", "Lower": "下限", "Upper": "上限", "p (Holm)": "p（霍尔姆）", "Rank": "名次",
    "Mean r": "平均 r", "α expectations": "期望 α", "α perceptions": "感知 α", "Skewness": "偏度", "Kurtosis": "峰度",
    "Performance": "绩效", "Quadrant": "象限", "concentrate here": "重点改进",
    "Your own survey: delete the contents of the rows below this one and paste yours, a row for each respondent, at "
    "most 1,000.": "您自己的调查：删除本行以下各行的内容，粘贴您的数据，每位受访者一行，最多 1,000 行。",
    "The groups that are compared: three labels. A blank leaves the respondent out.":
        "要比较的组别：三个标签。空白则该受访者不计入。",
    "Importance of the same items, for Table 9 and Figure 3.": "相同题项的重要性，用于表 9 和图 3。",
    "Computed: the tables behind the results": "计算：结果背后的表格",
    "Test of two answers": "两个答案的检验", "Test of groups": "组间检验", "Correlation": "相关系数",
    "Chosen by Table 3: ranks where a score is not normal (p < .05). Overwrite it to choose yourself: t or wilcoxon.":
        "由表 3 选定：有得分不服从正态分布时用秩检验（p < .05）。可改写为自己的选择：t 或 wilcoxon。",
    "respondents,": "位受访者，其中",
    "of whom answered both parts. Cronbach's α of the perceptions lies between":
        "位两部分都作答。感知的克朗巴赫 α 介于",
    "and": "和", "of": "/", "overall": "总体",
    "The sample, and how reliable its scales are": "样本及量表的信度",
    "Respondents by Use of Kiosks": "按使用频率划分的受访者",
    "No group: four respondents have never used a kiosk and answered nothing else.":
        "无组别：四位受访者从未使用过自助机，未回答其他问题。",
    "Reliability of the Dimensions": "各维度的信度",
    "ω = McDonald's ω of one factor; AVE = average variance extracted; CR = composite reliability; the last four of "
    "the perceptions, each dimension by itself. A dash: not defined for two items.":
        "ω = 单因子的麦克唐纳 ω；AVE = 平均方差抽取量；CR = 组合信度；后五列为感知，各维度单独计算。短横：两个题项时无定义。",
    "No score departs from the normal distribution (Shapiro–Wilk, p ≥ .05): tests are of means.":
        "没有得分偏离正态分布（夏皮罗-威尔克，p ≥ .05）：采用均值检验。",
    "scores are not normally distributed (Shapiro–Wilk, p < .05): tests are by ranks.":
        "个得分不服从正态分布（夏皮罗-威尔克，p < .05）：采用秩检验。",
    "Whether the scores are normally distributed": "得分是否服从正态分布",
    "Distribution of the Respondents' Scores": "受访者得分的分布",
    "Scores of a dimension are gaps, perception minus expectation; satisfaction is on a scale of 1 to 5. W = Shapiro "
    "and Wilk's statistic; skewness and kurtosis are 0 for a normal distribution.":
        "维度得分为差距，即感知减期望；满意度为 1 至 5 分。W = 夏皮罗-威尔克统计量；正态分布的偏度和峰度为 0。",
    "Skewness and kurtosis": "偏度和峰度", "0: normal": "0 为正态", "Skewness and Kurtosis of the Scores": "得分的偏度和峰度",
    "Perceptions fall short of expectations in": "感知低于期望的维度：",
    "dimensions. The gap is widest for": "个。差距最大的是",
    "Gaps by dimension": "各维度的差距", "Expectations, Perceptions and Gaps by Dimension": "各维度的期望、感知与差距",
    "t = paired t test; the interval is that of the mean gap; d = mean over standard deviation.":
        "t = 配对 t 检验；区间为平均差距的区间；d = 均值除以标准差。",
    "z = Wilcoxon's signed rank test; the interval is that of the middle of the gaps that are not 0 (Hodges–Lehmann); "
    "r = matched-pairs rank-biserial correlation.":
        "z = 威尔科克森符号秩检验；区间为不为 0 的差距之中心的区间（霍奇斯-莱曼）；r = 配对秩二列相关。",
    "Expectations and Perceptions by Dimension": "各维度的期望与感知", "Expectation and perception": "期望与感知",
    "Mean (1 to 7)": "均值（1 至 7）",
    "items fall short of what is expected, adjusted for their number. The widest gap is that of":
        "个题项低于期望（已按题项数校正）。差距最大的是",
    "Gaps by item": "各题项的差距", "Expectations, Perceptions and Gaps by Item": "各题项的期望、感知与差距",
    "p (Holm) is adjusted for the number of items. Rank 1 is the widest gap. The test and its effect size are those of "
    "Table 4.": "p（霍尔姆）已按题项数校正。名次 1 为最大的差距。检验和效应量同表 4。",
    "The groups differ in their overall gap:": "各组的总体差距不同：",
    "The groups do not differ in their overall gap:": "各组的总体差距没有差异：",
    "Gaps by group": "各组的差距", "Gaps by Use of Kiosks": "按使用频率的差距",
    "Gap = perception minus expectation, with its 95 % interval; below, the test between the groups, overall and for each "
    "dimension. ε² = effect size of the Kruskal–Wallis test.":
        "差距 = 感知减期望，附 95% 区间；下方为组间检验，总体和各维度。ε² = 克鲁斯卡尔-沃利斯检验的效应量。",
    "Pairs of Groups, Overall Gap": "组间配对比较（总体差距）",
    "p (Holm) is adjusted for the number of pairs. By ranks: Dunn's z, and differences of medians.":
        "p（霍尔姆）已按对数校正。秩检验：邓恩 z 和中位数之差。",
    "Satisfaction goes together most with the gap of": "与满意度相关最高的差距：",
    "How the gaps go together": "差距之间的关系", "Correlations of the Gaps and of Satisfaction": "差距与满意度的相关",
    "Pearson's r.": "皮尔逊 r。", "Spearman's r of ranks.": "斯皮尔曼秩相关 r。",
    "Pairwise. * p < .05. ** p < .01.": "成对删除。* p < .05。** p < .01。",
    "items are important and done badly; the quadrants meet at the means.": "个题项重要而表现不佳；象限在均值处相交。",
    "Importance and performance": "重要性与绩效", "Importance and Performance by Item": "各题项的重要性与绩效",
    "Means on a scale of 1 to 7. The numbers in the figure are those of the items in the order of the table.":
        "1 至 7 分的均值。图中数字为题项在表中的次序。",
    "Importance–Performance Map": "重要性-绩效图", "Importance (mean)": "重要性（均值）", "Performance (mean)": "绩效（均值）",
})

DRIVERS = dict(KIOSK, **{
    "Key drivers of satisfaction with kiosks": "自助机满意度的关键驱动因素", "Shares of R² of 24 items": "24 个题项的 R² 份额",
    "Drivers": "驱动因素", "Overall": "总体",
    "Your own survey: delete the contents of the rows below this one and paste yours, a row for each respondent. No "
    "formula needs a change.": "您自己的调查：删除本行以下各行的内容，粘贴您的数据，每位受访者一行。无需更改公式。",
    "Every item: what goes with overall satisfaction": "每个题项：与总体满意度的关系",
    "b: points of overall satisfaction per point of the item, the others held fixed. Relative weight (Johnson): its part "
    "of R². The interval is of its share, from 1,000 resamples of respondents. Shapley shares end at 20 items.":
        "b：题项每变化一分总体满意度变化的分数，其他题项不变。相对权重（Johnson）：在 R² 中的部分。"
        "区间针对份额，来自 1,000 次受访者重抽样。沙普利份额最多 20 个题项。",
    "One array formula: SQ.DRIVERS(overall; satisfaction).": "一个数组公式：SQ.DRIVERS(overall; satisfaction)。",
    "What drives satisfaction with kiosks": "什么驱动对自助机的满意度",
    "What goes with overall satisfaction most:": "与总体满意度关系最密切的：", "The items together explain": "各题项共解释",
    " of it. A share says what goes together, not what causes what.": "。份额说明什么一起变化，而不是什么导致什么。",
    "Share of R²": "R² 份额", "Lower": "下限", "Upper": "上限", "± interval": "± 区间",
    "Share of what is explained, with 95 % intervals": "解释份额与 95% 区间",
    "One array formula: SQ.IPA.DERIVED(overall; satisfaction).": "一个数组公式：SQ.IPA.DERIVED(overall; satisfaction)。",
    "Derived importance and performance": "推导的重要性与绩效", "Importance (share of R²)": "重要性（R² 份额）",
    "Performance (mean)": "绩效（均值）",
})

CONFIRM = dict(KIOSK, **{
    "The dimensions of the kiosk survey, confirmed": "自助机调查维度的验证", "Confirmatory factor analysis": "验证性因子分析",
    "Loadings": "载荷", "Validity": "效度",
    "Your own survey: delete the contents of the rows below this one and paste yours, a row for each respondent. No "
    "formula needs a change.": "您自己的调查：删除本行以下各行的内容，粘贴您的数据，每位受访者一行。无需更改公式。",
    "Do the items measure the dimensions they are meant for?": "各题项是否测量其所属的维度？",
    "The items measure their dimensions, by the usual yardsticks:": "按常用标准，各题项测量了其所属的维度：",
    "The items do not measure their dimensions as they are meant to, by the usual yardsticks:":
        "按常用标准，各题项没有如预期那样测量维度：",
    "The items measure their dimensions only roughly; not all of the usual yardsticks are met:":
        "各题项只是大致测量了其所属的维度；并非所有常用标准都达到：",
    "A dash: not identified. A dimension of two items needs the others to be told from them.":
        "短横：不可识别。只有两个题项的维度须借助与其他维度的相关才能估计。",
    "How well the model fits": "模型拟合程度", "Models side by side": "模型并列比较",
    "up to 3": "不超过 3", "good from 0.95, acceptable from 0.90": "0.95 起为好，0.90 起可接受",
    "good up to 0.06, acceptable up to 0.08": "不超过 0.06 为好，不超过 0.08 可接受", "good up to 0.08": "不超过 0.08 为好",
    "One array formula: SQ.CFA.COMPARE(perceptions; dimensions). A dash: that model is not identified.":
        "一个数组公式：SQ.CFA.COMPARE(perceptions; dimensions)。短横：该模型不可识别。",
    "Maximum likelihood of the complete respondents. The chi-square of answers on a scale of seven points that are skewed is too large; "
    "look at all figures together. Survey: github.com/hanakim120/kiosk-servqual-research, © 2022 Hana, MIT licence.":
        "完整受访者的最大似然估计。七点量表上偏斜的答案使卡方偏大；请综合各项指标判断。"
        "调查：github.com/hanakim120/kiosk-servqual-research，© 2022 Hana，MIT 许可证。",
    "Loadings of the items": "各题项的载荷", "items load below 0.5 on their dimension.": "个题项在其维度上的载荷低于 0.5。", "of": "/",
    "One array formula: SQ.CFA(perceptions; dimensions; \"loadings\").": "一个数组公式：SQ.CFA(perceptions; dimensions; \"载荷\")。",
    "Standardised loadings": "标准化载荷", "from 0.5 usual, from 0.7 good": "0.5 起为通常，0.7 起为好",
    "Validity of the dimensions": "维度的效度",
    "dimensions are valid after Fornell and Larcker: AVE of 0.5 and more, and above what they share with another.":
        "个维度按 Fornell 和 Larcker 有效：AVE 不低于 0.5，且高于与其他维度共享的部分。",
    "One array formula: SQ.CFA(perceptions; dimensions; \"validity\").": "一个数组公式：SQ.CFA(perceptions; dimensions; \"效度\")。",
    "In the diagonal √AVE, below it correlations, above it HTMT, which should stay below 0.85.":
        "对角线为 √AVE，下方为相关，上方为 HTMT（应低于 0.85）。",
})
