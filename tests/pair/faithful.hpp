// SPDX-License-Identifier: Apache-2.0
// An invented chapter and its faithful translation: speeches, a split one, titles, terms, documents, numbers, dates.
#pragma once
#include <string>

namespace verbatim::test {

inline const std::string faithful_zh = R"(# 港口的四十年

1949年6月，港务委员会在码头上宣读了新的章程。章程第二条规定：“税费应当称量，而不是计数，秤应当放在每位船长都能看见的地方。”船长们很高兴。

1956年3月，林奎斯特在成立大会上指出：“我们在一座被海水淹过两次的大厅里开会，我们开会是要决定不让它第三次被淹。”她接着说：“墙上还看得出当时的水位有多高。”

“我们将在三年内借给港口一千四百万克朗。”林奎斯特宣布。报纸把这笔钱称为“石头钱”。

奥科罗问：“谁来付工人的工资？”林奎斯特回答说：“国家将支付其中的百分之六十，城市支付其余部分。”

在《开幕词》中，林奎斯特还写道：“任何船只都不得因船员贫穷而被拒之门外。”

1958年，奥科罗在给码头工人的信中写道：“港口不是一台机器，你们也不是它的螺丝钉。”这封信后来登在《港口简报》上。

1961年9月2日，奥科罗在大会上说：“五年前有人答应给我们石料，我们也得到了石料。我这样说，是因为在这座大楼里说谢谢的人太少了。”

她强调：“1960年，港口处理了价值15亿克朗的货物，3200艘船驶过外港灯塔。”

“没有学校的港口，”奥科罗说，“只是一座仓库。”

维尔德后来回忆道：“1947年的冬天，内港从这边墙到那边墙全都冻住了，我们像圣人一样走过水面去上班。”他的父亲说：“冰只是失去了胆量的水。”

维尔德在《灰色的水》一书中写道：“起重机来的时候，我们当中一半人学会了开它，另一半人学会了恨它。”

所谓“外港派”在1963年的选举中得到了42个席位。委员会的一名成员说：“我们既没有赢，也没有输，我们只是还在这里。”

1974年，维尔德得到了一枚奖章。他说：“它比看上去要轻。”

1989年，港口有1.2万名工人，其中三分之一是妇女。市长说：“没有她们，这座城市就只是一张地图上的一个名字。”
)";

inline const std::string faithful_en = R"(# Forty years of a harbour

In June 1949 the Harbour Council read the new charter aloud on the quay. Article 2 of the charter provides: “Dues shall be weighed, not counted, and the scales shall stand where every captain can see them.” The captains were pleased.

In March 1956, at the founding congress, Lindqvist said: “We meet in a hall that the sea has flooded twice, and we meet to decide that it shall not be flooded a third time.” She went on: “The walls still show how high the water stood.”

“We shall lend the port fourteen million crowns over three years,” Lindqvist announced. The newspapers called it the “stone money”.

Okoro asked: “Who will pay the wages of the workers?” Lindqvist answered: “The state will pay 60 per cent of them, and the town the rest.”

In her *Opening address*, Lindqvist also wrote: “No ship shall be turned away because its crew is poor.”

In 1958 Okoro wrote in a letter to the dockers: “The port is not a machine, and you are not its screws.” The letter was later printed in the *Harbour Bulletin*.

On 2 September 1961 Okoro said at the Assembly: “Five years ago we were promised stone, and we received it. I say so because too few people say thank you in this house.”

She stressed: “In 1960 the port handled 1.5 billion crowns of goods, and 3,200 ships passed the outer light.”

“A port without a school,” Okoro said, “is a warehouse.”

Veld later recalled: “The winter of 1947 froze the inner basin from wall to wall, and we walked to work across the water like saints.” His father said: “Ice is only water that has lost its nerve.”

In his book *Grey Water*, Veld wrote: “When the cranes came, half of us learned to drive them and the other half learned to hate them.”

The so-called “outer party” won 42 seats in the election of 1963. A member of the council said: “We have neither won nor lost; we are merely still here.”

In 1974 Veld was given a medal. “It is lighter than it looks,” he said.

In 1989 the harbour had 12,000 workers, a third of them women. The mayor said: “Without them this town would be only a name on a map.”
)";

} // namespace verbatim::test
