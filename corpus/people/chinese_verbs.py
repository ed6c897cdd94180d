"""What people do in Chinese text, right behind their names."""

from __future__ import annotations

import re

from corpus.language import HAN

# A name that nothing shows to be one but what is told behind it: who leads a group.
LEADING = re.compile(
    "(?P<name>(?:(?![亲自带等今昨日于先后分别应邀再次首共同也曾又将已还两及和与的率来访赴前往受委托团长们上下年月以为"
    f"并随一行当时在这该本我各全])[{HAN}]){{2,4}})(?=率(?:领|团|队|代表|访|经|政|贸|[{HAN}]{{0,6}}团|\\d{{1,3}}余?[人名])|一行)"
)
# What somebody does, in two letters: the first of them ends no name ("佐藤信|发来贺信").
_DOES = re.compile(
    "发[来去表出送往起布言函电]|寄[来去送往出]|送[来去]|致[信函电辞]|带[来队领]|来[访函信电]|"
    "到[访任]|出[席访]|访[问华韩日]|回[访国信函赠礼]|再[次度访]|首[次访]|前[往来赴]|拜[访会]|接[见待受]|"
    "陪[同伴]|随[团行]|率[先众]|专[程门]|分[别赴]|共[同商]|亲[自临]|考察|视察|走访|莅[临会]|抵[达]|同[意行]|"
    "介绍|主[持张]|宣[布读]|揭[幕牌]|剪彩|讲[话课学]|致[谢贺]|率[团队领]|参[加观访]|会[见晤]|签[署订约]|应[邀约]|受[邀聘]|赠送|捐赠"
)


def does(text: str, start: int) -> bool:
    """Whether a verb of two letters stands at ``start``, and none begins behind its first one."""
    return _DOES.match(text, start) is not None and _DOES.match(text, start + 1) is None
