package limits;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Three hundred awaits in one method, of changing types, some in loops and branches. */
public class ThreeHundredAwaits {
  @Async
  static Coroutine<Long> many(Trace t) {
    int i = 0;
    long l = 0;
    double d = 0;
    String s = "";
    i += await(t.later(0));
    l = l * 3 + await(t.later(1L));
    d += await(t.later(2.5)) / (1 + i);
    s += await(t.later("d"));
    if (i % 2 == 0) {
      await(t.later("branch 4"));
    } else {
      l ^= await(t.later(5));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(6));
    }
    try {
      i -= await(t.later(7)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(8));
    }
    l += i > 1000 ? await(t.later(9)) : await(t.later(-10));
    i ^= await(t.later(11)) + s.length();
    i += await(t.later(12));
    l = l * 3 + await(t.later(13L));
    d += await(t.later(14.5)) / (1 + i);
    s += await(t.later("p"));
    if (i % 2 == 1) {
      await(t.later("branch 16"));
    } else {
      l ^= await(t.later(17));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(18));
    }
    try {
      i -= await(t.later(19)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(20));
    }
    l += i > 1000 ? await(t.later(21)) : await(t.later(-22));
    i ^= await(t.later(23)) + s.length();
    i += await(t.later(24));
    l = l * 3 + await(t.later(25L));
    d += await(t.later(26.5)) / (1 + i);
    s += await(t.later("b"));
    if (i % 2 == 0) {
      await(t.later("branch 28"));
    } else {
      l ^= await(t.later(29));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(30));
    }
    try {
      i -= await(t.later(31)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(32));
    }
    l += i > 1000 ? await(t.later(33)) : await(t.later(-34));
    i ^= await(t.later(35)) + s.length();
    i += await(t.later(36));
    l = l * 3 + await(t.later(37L));
    d += await(t.later(38.5)) / (1 + i);
    s += await(t.later("n"));
    if (i % 2 == 1) {
      await(t.later("branch 40"));
    } else {
      l ^= await(t.later(41));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(42));
    }
    try {
      i -= await(t.later(43)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(44));
    }
    l += i > 1000 ? await(t.later(45)) : await(t.later(-46));
    i ^= await(t.later(47)) + s.length();
    i += await(t.later(48));
    l = l * 3 + await(t.later(49L));
    d += await(t.later(50.5)) / (1 + i);
    s += await(t.later("z"));
    if (i % 2 == 0) {
      await(t.later("branch 52"));
    } else {
      l ^= await(t.later(53));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(54));
    }
    try {
      i -= await(t.later(55)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(56));
    }
    l += i > 1000 ? await(t.later(57)) : await(t.later(-58));
    i ^= await(t.later(59)) + s.length();
    i += await(t.later(60));
    l = l * 3 + await(t.later(61L));
    d += await(t.later(62.5)) / (1 + i);
    s += await(t.later("l"));
    if (i % 2 == 1) {
      await(t.later("branch 64"));
    } else {
      l ^= await(t.later(65));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(66));
    }
    try {
      i -= await(t.later(67)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(68));
    }
    l += i > 1000 ? await(t.later(69)) : await(t.later(-70));
    i ^= await(t.later(71)) + s.length();
    i += await(t.later(72));
    l = l * 3 + await(t.later(73L));
    d += await(t.later(74.5)) / (1 + i);
    s += await(t.later("x"));
    if (i % 2 == 0) {
      await(t.later("branch 76"));
    } else {
      l ^= await(t.later(77));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(78));
    }
    try {
      i -= await(t.later(79)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(80));
    }
    l += i > 1000 ? await(t.later(81)) : await(t.later(-82));
    i ^= await(t.later(83)) + s.length();
    i += await(t.later(84));
    l = l * 3 + await(t.later(85L));
    d += await(t.later(86.5)) / (1 + i);
    s += await(t.later("j"));
    if (i % 2 == 1) {
      await(t.later("branch 88"));
    } else {
      l ^= await(t.later(89));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(90));
    }
    try {
      i -= await(t.later(91)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(92));
    }
    l += i > 1000 ? await(t.later(93)) : await(t.later(-94));
    i ^= await(t.later(95)) + s.length();
    i += await(t.later(96));
    l = l * 3 + await(t.later(97L));
    d += await(t.later(98.5)) / (1 + i);
    s += await(t.later("v"));
    if (i % 2 == 0) {
      await(t.later("branch 100"));
    } else {
      l ^= await(t.later(101));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(102));
    }
    try {
      i -= await(t.later(103)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(104));
    }
    l += i > 1000 ? await(t.later(105)) : await(t.later(-106));
    i ^= await(t.later(107)) + s.length();
    i += await(t.later(108));
    l = l * 3 + await(t.later(109L));
    d += await(t.later(110.5)) / (1 + i);
    s += await(t.later("h"));
    if (i % 2 == 1) {
      await(t.later("branch 112"));
    } else {
      l ^= await(t.later(113));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(114));
    }
    try {
      i -= await(t.later(115)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(116));
    }
    l += i > 1000 ? await(t.later(117)) : await(t.later(-118));
    i ^= await(t.later(119)) + s.length();
    i += await(t.later(120));
    l = l * 3 + await(t.later(121L));
    d += await(t.later(122.5)) / (1 + i);
    s += await(t.later("t"));
    if (i % 2 == 0) {
      await(t.later("branch 124"));
    } else {
      l ^= await(t.later(125));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(126));
    }
    try {
      i -= await(t.later(127)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(128));
    }
    l += i > 1000 ? await(t.later(129)) : await(t.later(-130));
    i ^= await(t.later(131)) + s.length();
    i += await(t.later(132));
    l = l * 3 + await(t.later(133L));
    d += await(t.later(134.5)) / (1 + i);
    s += await(t.later("f"));
    if (i % 2 == 1) {
      await(t.later("branch 136"));
    } else {
      l ^= await(t.later(137));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(138));
    }
    try {
      i -= await(t.later(139)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(140));
    }
    l += i > 1000 ? await(t.later(141)) : await(t.later(-142));
    i ^= await(t.later(143)) + s.length();
    i += await(t.later(144));
    l = l * 3 + await(t.later(145L));
    d += await(t.later(146.5)) / (1 + i);
    s += await(t.later("r"));
    if (i % 2 == 0) {
      await(t.later("branch 148"));
    } else {
      l ^= await(t.later(149));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(150));
    }
    try {
      i -= await(t.later(151)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(152));
    }
    l += i > 1000 ? await(t.later(153)) : await(t.later(-154));
    i ^= await(t.later(155)) + s.length();
    i += await(t.later(156));
    l = l * 3 + await(t.later(157L));
    d += await(t.later(158.5)) / (1 + i);
    s += await(t.later("d"));
    if (i % 2 == 1) {
      await(t.later("branch 160"));
    } else {
      l ^= await(t.later(161));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(162));
    }
    try {
      i -= await(t.later(163)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(164));
    }
    l += i > 1000 ? await(t.later(165)) : await(t.later(-166));
    i ^= await(t.later(167)) + s.length();
    i += await(t.later(168));
    l = l * 3 + await(t.later(169L));
    d += await(t.later(170.5)) / (1 + i);
    s += await(t.later("p"));
    if (i % 2 == 0) {
      await(t.later("branch 172"));
    } else {
      l ^= await(t.later(173));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(174));
    }
    try {
      i -= await(t.later(175)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(176));
    }
    l += i > 1000 ? await(t.later(177)) : await(t.later(-178));
    i ^= await(t.later(179)) + s.length();
    i += await(t.later(180));
    l = l * 3 + await(t.later(181L));
    d += await(t.later(182.5)) / (1 + i);
    s += await(t.later("b"));
    if (i % 2 == 1) {
      await(t.later("branch 184"));
    } else {
      l ^= await(t.later(185));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(186));
    }
    try {
      i -= await(t.later(187)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(188));
    }
    l += i > 1000 ? await(t.later(189)) : await(t.later(-190));
    i ^= await(t.later(191)) + s.length();
    i += await(t.later(192));
    l = l * 3 + await(t.later(193L));
    d += await(t.later(194.5)) / (1 + i);
    s += await(t.later("n"));
    if (i % 2 == 0) {
      await(t.later("branch 196"));
    } else {
      l ^= await(t.later(197));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(198));
    }
    try {
      i -= await(t.later(199)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(200));
    }
    l += i > 1000 ? await(t.later(201)) : await(t.later(-202));
    i ^= await(t.later(203)) + s.length();
    i += await(t.later(204));
    l = l * 3 + await(t.later(205L));
    d += await(t.later(206.5)) / (1 + i);
    s += await(t.later("z"));
    if (i % 2 == 1) {
      await(t.later("branch 208"));
    } else {
      l ^= await(t.later(209));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(210));
    }
    try {
      i -= await(t.later(211)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(212));
    }
    l += i > 1000 ? await(t.later(213)) : await(t.later(-214));
    i ^= await(t.later(215)) + s.length();
    i += await(t.later(216));
    l = l * 3 + await(t.later(217L));
    d += await(t.later(218.5)) / (1 + i);
    s += await(t.later("l"));
    if (i % 2 == 0) {
      await(t.later("branch 220"));
    } else {
      l ^= await(t.later(221));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(222));
    }
    try {
      i -= await(t.later(223)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(224));
    }
    l += i > 1000 ? await(t.later(225)) : await(t.later(-226));
    i ^= await(t.later(227)) + s.length();
    i += await(t.later(228));
    l = l * 3 + await(t.later(229L));
    d += await(t.later(230.5)) / (1 + i);
    s += await(t.later("x"));
    if (i % 2 == 1) {
      await(t.later("branch 232"));
    } else {
      l ^= await(t.later(233));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(234));
    }
    try {
      i -= await(t.later(235)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(236));
    }
    l += i > 1000 ? await(t.later(237)) : await(t.later(-238));
    i ^= await(t.later(239)) + s.length();
    i += await(t.later(240));
    l = l * 3 + await(t.later(241L));
    d += await(t.later(242.5)) / (1 + i);
    s += await(t.later("j"));
    if (i % 2 == 0) {
      await(t.later("branch 244"));
    } else {
      l ^= await(t.later(245));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(246));
    }
    try {
      i -= await(t.later(247)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(248));
    }
    l += i > 1000 ? await(t.later(249)) : await(t.later(-250));
    i ^= await(t.later(251)) + s.length();
    i += await(t.later(252));
    l = l * 3 + await(t.later(253L));
    d += await(t.later(254.5)) / (1 + i);
    s += await(t.later("v"));
    if (i % 2 == 1) {
      await(t.later("branch 256"));
    } else {
      l ^= await(t.later(257));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(258));
    }
    try {
      i -= await(t.later(259)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(260));
    }
    l += i > 1000 ? await(t.later(261)) : await(t.later(-262));
    i ^= await(t.later(263)) + s.length();
    i += await(t.later(264));
    l = l * 3 + await(t.later(265L));
    d += await(t.later(266.5)) / (1 + i);
    s += await(t.later("h"));
    if (i % 2 == 0) {
      await(t.later("branch 268"));
    } else {
      l ^= await(t.later(269));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(270));
    }
    try {
      i -= await(t.later(271)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(272));
    }
    l += i > 1000 ? await(t.later(273)) : await(t.later(-274));
    i ^= await(t.later(275)) + s.length();
    i += await(t.later(276));
    l = l * 3 + await(t.later(277L));
    d += await(t.later(278.5)) / (1 + i);
    s += await(t.later("t"));
    if (i % 2 == 1) {
      await(t.later("branch 280"));
    } else {
      l ^= await(t.later(281));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(282));
    }
    try {
      i -= await(t.later(283)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(284));
    }
    l += i > 1000 ? await(t.later(285)) : await(t.later(-286));
    i ^= await(t.later(287)) + s.length();
    i += await(t.later(288));
    l = l * 3 + await(t.later(289L));
    d += await(t.later(290.5)) / (1 + i);
    s += await(t.later("f"));
    if (i % 2 == 0) {
      await(t.later("branch 292"));
    } else {
      l ^= await(t.later(293));
    }
    for (int k = 0; k < 2; k++) {
      l += k * await(t.later(294));
    }
    try {
      i -= await(t.later(295)) / (i % 5);
    } catch (ArithmeticException e) {
      i += await(t.later(296));
    }
    l += i > 1000 ? await(t.later(297)) : await(t.later(-298));
    i ^= await(t.later(299)) + s.length();
    t.log(i, l, d, s);
    return result(l);
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    t.log(await(many(t)));
    return result();
  }
}
