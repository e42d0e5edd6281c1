// Two kettles in JavaScript.
async function boil(name) {
  console.log(`${name}: on`);
  await null;
  console.log(`${name}: whistles`);
}

const kettles = [boil("small"), boil("large")];
console.log("main: both are created");
await Promise.all(kettles);
