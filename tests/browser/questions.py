"""Questions whose answers the tests know."""

from __future__ import annotations

QUOTE = "결 연 일 : 2016년 10월 13일"
ENGLISH = "when did Seocho sign with Hebi?"
KOREAN = "서초구는 학벽시와 언제 우호도시 협정을 맺었나요?"
CHINESE = "瑞草区和鹤壁市什么时候签约？"
TRADITIONAL = "瑞草區和鶴壁市什麼時候簽約？"
# By the language of the interface: a question, the date of its answer, the lang it has.
HEADLINES = {
    "ko": (KOREAN, "2016년 10월 13일", "ko"),
    "zh-Hans": (CHINESE, "2016年10月13日", "zh-Hans"),
    "zh-Hant": (TRADITIONAL, "2016年10月13日", "zh-Hant"),
    "en": (ENGLISH, "13 October 2016", "en"),
}
# Questions that leave a choice, with one of the choices.
OPEN = [("population?", "Hebi"), ("인구가 얼마예요?", "학벽시"), ("人口是多少？", "鹤壁市")]
EVENTS = "What exchanges were there between Seocho-gu and Langfang?"
