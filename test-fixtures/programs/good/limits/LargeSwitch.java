package limits;

import static io.jasyncio.Asyncio.await;
import static io.jasyncio.Asyncio.result;

import io.jasyncio.Coroutine;
import io.jasyncio.annotations.Async;
import io.jasyncio.fixtures.Trace;

/** Switches with a hundred cases, each with an await: dense, sparse and on strings. */
public class LargeSwitch {
  @Async
  static Coroutine<Integer> dense(Trace t, int v) {
    int x = v;
    switch (await(t.later(v))) {
      case 0:
        x += await(t.later(0));
        return result(x * 2);
      case 1:
        x += await(t.later(7));
        break;
      case 2:
        x += await(t.later(14));
        break;
      case 3:
        x += await(t.later(21));
        break;
      case 4:
        x += await(t.later(28));
        break;
      case 5:
        x += await(t.later(35));
        break;
      case 6:
        x += await(t.later(42));
        break;
      case 7:
        x += await(t.later(49));
        break;
      case 8:
        x += await(t.later(56));
        break;
      case 9:
        x += await(t.later(63));
        return result(x * 11);
      case 10:
        x += await(t.later(70));
        break;
      case 11:
        x += await(t.later(77));
        break;
      case 12:
        x += await(t.later(84));
        break;
      case 13:
        x += await(t.later(91));
        break;
      case 14:
        x += await(t.later(98));
        break;
      case 15:
        x += await(t.later(4));
        break;
      case 16:
        x += await(t.later(11));
        break;
      case 17:
        x += await(t.later(18));
        break;
      case 18:
        x += await(t.later(25));
        return result(x * 20);
      case 19:
        x += await(t.later(32));
        break;
      case 20:
        x += await(t.later(39));
        break;
      case 21:
        x += await(t.later(46));
        break;
      case 22:
        x += await(t.later(53));
        break;
      case 23:
        x += await(t.later(60));
        break;
      case 24:
        x += await(t.later(67));
        break;
      case 25:
        x += await(t.later(74));
        break;
      case 26:
        x += await(t.later(81));
        break;
      case 27:
        x += await(t.later(88));
        return result(x * 29);
      case 28:
        x += await(t.later(95));
        break;
      case 29:
        x += await(t.later(1));
        break;
      case 30:
        x += await(t.later(8));
        break;
      case 31:
        x += await(t.later(15));
        break;
      case 32:
        x += await(t.later(22));
        break;
      case 33:
        x += await(t.later(29));
        break;
      case 34:
        x += await(t.later(36));
        break;
      case 35:
        x += await(t.later(43));
        break;
      case 36:
        x += await(t.later(50));
        return result(x * 38);
      case 37:
        x += await(t.later(57));
        break;
      case 38:
        x += await(t.later(64));
        break;
      case 39:
        x += await(t.later(71));
        break;
      case 40:
        x += await(t.later(78));
        break;
      case 41:
        x += await(t.later(85));
        break;
      case 42:
        x += await(t.later(92));
        break;
      case 43:
        x += await(t.later(99));
        break;
      case 44:
        x += await(t.later(5));
        break;
      case 45:
        x += await(t.later(12));
        return result(x * 47);
      case 46:
        x += await(t.later(19));
        break;
      case 47:
        x += await(t.later(26));
        break;
      case 48:
        x += await(t.later(33));
        break;
      case 49:
        x += await(t.later(40));
        break;
      case 50:
        x += await(t.later(47));
        break;
      case 51:
        x += await(t.later(54));
        break;
      case 52:
        x += await(t.later(61));
        break;
      case 53:
        x += await(t.later(68));
        break;
      case 54:
        x += await(t.later(75));
        return result(x * 56);
      case 55:
        x += await(t.later(82));
        break;
      case 56:
        x += await(t.later(89));
        break;
      case 57:
        x += await(t.later(96));
        break;
      case 58:
        x += await(t.later(2));
        break;
      case 59:
        x += await(t.later(9));
        break;
      case 60:
        x += await(t.later(16));
        break;
      case 61:
        x += await(t.later(23));
        break;
      case 62:
        x += await(t.later(30));
        break;
      case 63:
        x += await(t.later(37));
        return result(x * 65);
      case 64:
        x += await(t.later(44));
        break;
      case 65:
        x += await(t.later(51));
        break;
      case 66:
        x += await(t.later(58));
        break;
      case 67:
        x += await(t.later(65));
        break;
      case 68:
        x += await(t.later(72));
        break;
      case 69:
        x += await(t.later(79));
        break;
      case 70:
        x += await(t.later(86));
        break;
      case 71:
        x += await(t.later(93));
        break;
      case 72:
        x += await(t.later(100));
        return result(x * 74);
      case 73:
        x += await(t.later(6));
        break;
      case 74:
        x += await(t.later(13));
        break;
      case 75:
        x += await(t.later(20));
        break;
      case 76:
        x += await(t.later(27));
        break;
      case 77:
        x += await(t.later(34));
        break;
      case 78:
        x += await(t.later(41));
        break;
      case 79:
        x += await(t.later(48));
        break;
      case 80:
        x += await(t.later(55));
        break;
      case 81:
        x += await(t.later(62));
        return result(x * 83);
      case 82:
        x += await(t.later(69));
        break;
      case 83:
        x += await(t.later(76));
        break;
      case 84:
        x += await(t.later(83));
        break;
      case 85:
        x += await(t.later(90));
        break;
      case 86:
        x += await(t.later(97));
        break;
      case 87:
        x += await(t.later(3));
        break;
      case 88:
        x += await(t.later(10));
        break;
      case 89:
        x += await(t.later(17));
        break;
      case 90:
        x += await(t.later(24));
        return result(x * 92);
      case 91:
        x += await(t.later(31));
        break;
      case 92:
        x += await(t.later(38));
        break;
      case 93:
        x += await(t.later(45));
        break;
      case 94:
        x += await(t.later(52));
        break;
      case 95:
        x += await(t.later(59));
        break;
      case 96:
        x += await(t.later(66));
        break;
      case 97:
        x += await(t.later(73));
        break;
      case 98:
        x += await(t.later(80));
        break;
      case 99:
        x += await(t.later(87));
        return result(x * 101);
      default:
        x = -1;
    }
    return result(x);
  }

  @Async
  static Coroutine<String> sparse(Trace t, int v) {
    return result(
        switch (v) {
          case -5000 -> "0" + await(t.later(0));
          case -4023 -> "1" + await(t.later(1));
          case 2816 -> "2" + await(t.later(2));
          case 21379 -> "3" + await(t.later(3));
          case 57528 -> "4" + await(t.later(4));
          case 117125 -> "5" + await(t.later(5));
          case 206032 -> "6" + await(t.later(6));
          case 330111 -> "7" + await(t.later(7));
          case 495224 -> "8" + await(t.later(8));
          case 707233 -> "9" + await(t.later(9));
          case 972000 -> "10" + await(t.later(10));
          case 1295387 -> "11" + await(t.later(11));
          case 1683256 -> "12" + await(t.later(12));
          case 2141469 -> "13" + await(t.later(13));
          case 2675888 -> "14" + await(t.later(14));
          case 3292375 -> "15" + await(t.later(15));
          case 3996792 -> "16" + await(t.later(16));
          case 4795001 -> "17" + await(t.later(17));
          case 5692864 -> "18" + await(t.later(18));
          case 6696243 -> "19" + await(t.later(19));
          case 7811000 -> "20" + await(t.later(20));
          case 9042997 -> "21" + await(t.later(21));
          case 10398096 -> "22" + await(t.later(22));
          case 11882159 -> "23" + await(t.later(23));
          case 13501048 -> "24" + await(t.later(24));
          case 15260625 -> "25" + await(t.later(25));
          case 17166752 -> "26" + await(t.later(26));
          case 19225291 -> "27" + await(t.later(27));
          case 21442104 -> "28" + await(t.later(28));
          case 23823053 -> "29" + await(t.later(29));
          case 26374000 -> "30" + await(t.later(30));
          case 29100807 -> "31" + await(t.later(31));
          case 32009336 -> "32" + await(t.later(32));
          case 35105449 -> "33" + await(t.later(33));
          case 38395008 -> "34" + await(t.later(34));
          case 41883875 -> "35" + await(t.later(35));
          case 45577912 -> "36" + await(t.later(36));
          case 49482981 -> "37" + await(t.later(37));
          case 53604944 -> "38" + await(t.later(38));
          case 57949663 -> "39" + await(t.later(39));
          default -> await(t.later("none"));
        });
  }

  @Async
  static Coroutine<Integer> strings(Trace t, String s) {
    switch (await(t.later(s))) {
      case "key0":
        return result(await(t.later(0)));
      case "key1":
        return result(await(t.later(3)));
      case "key2":
        return result(await(t.later(6)));
      case "key3":
        return result(await(t.later(9)));
      case "key4":
        return result(await(t.later(12)));
      case "key5":
        return result(await(t.later(15)));
      case "key6":
        return result(await(t.later(18)));
      case "key7":
        return result(await(t.later(21)));
      case "key8":
        return result(await(t.later(24)));
      case "key9":
        return result(await(t.later(27)));
      case "key10":
        return result(await(t.later(30)));
      case "key11":
        return result(await(t.later(33)));
      case "key12":
        return result(await(t.later(36)));
      case "key13":
        return result(await(t.later(39)));
      case "key14":
        return result(await(t.later(42)));
      case "key15":
        return result(await(t.later(45)));
      case "key16":
        return result(await(t.later(48)));
      case "key17":
        return result(await(t.later(51)));
      case "key18":
        return result(await(t.later(54)));
      case "key19":
        return result(await(t.later(57)));
      case "key20":
        return result(await(t.later(60)));
      case "key21":
        return result(await(t.later(63)));
      case "key22":
        return result(await(t.later(66)));
      case "key23":
        return result(await(t.later(69)));
      case "key24":
        return result(await(t.later(72)));
      case "key25":
        return result(await(t.later(75)));
      case "key26":
        return result(await(t.later(78)));
      case "key27":
        return result(await(t.later(81)));
      case "key28":
        return result(await(t.later(84)));
      case "key29":
        return result(await(t.later(87)));
      case "key30":
        return result(await(t.later(90)));
      case "key31":
        return result(await(t.later(93)));
      case "key32":
        return result(await(t.later(96)));
      case "key33":
        return result(await(t.later(99)));
      case "key34":
        return result(await(t.later(102)));
      case "key35":
        return result(await(t.later(105)));
      case "key36":
        return result(await(t.later(108)));
      case "key37":
        return result(await(t.later(111)));
      case "key38":
        return result(await(t.later(114)));
      case "key39":
        return result(await(t.later(117)));
      default:
        return result(-1);
    }
  }

  @Async
  public static Coroutine<Void> run(Trace t) throws Throwable {
    for (int v = -1; v <= 100; v += 4) {
      t.log(v, await(dense(t, v)), await(strings(t, "key" + v)));
    }
    for (int k = 0; k < 40; k += 3) {
      t.log(await(sparse(t, k * k * k * 977 - 5000)), await(sparse(t, k)));
    }
    return result();
  }
}
